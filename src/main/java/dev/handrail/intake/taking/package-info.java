/**
 * What people do with our pages in the services that they went to. Start at
 * {@link dev.handrail.intake.taking.PagerDutyTaking}.
 */
@NullMarked
package dev.handrail.intake.taking;

import org.jspecify.annotations.NullMarked;

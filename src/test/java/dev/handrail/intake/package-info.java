/** What senders send. */
@NullMarked
package dev.handrail.intake;

import org.jspecify.annotations.NullMarked;

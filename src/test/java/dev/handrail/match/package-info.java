/** Tests: which runbook is for an alert. */
@NullMarked
package dev.handrail.match;

import org.jspecify.annotations.NullMarked;

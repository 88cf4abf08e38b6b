/**
 * Which runbook is for an alert, and why. Start at {@link dev.handrail.match.Match}.
 */
@NullMarked
package dev.handrail.match;

import org.jspecify.annotations.NullMarked;

/**
 * Which runbook an alert would get, for authors who ask before the alert does. Start at {@link dev.handrail.cli.match.Questions}.
 */
@NullMarked
package dev.handrail.cli.match;

import org.jspecify.annotations.NullMarked;

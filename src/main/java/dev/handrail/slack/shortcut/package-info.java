/**
 * A runbook started from a message that somebody wrote: the menu of any message has it. Start at
 * {@link dev.handrail.slack.shortcut.Shortcuts}.
 */
@NullMarked
package dev.handrail.slack.shortcut;

import org.jspecify.annotations.NullMarked;

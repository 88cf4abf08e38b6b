/**
 * A runbook's messages as text for a terminal. Start at {@link dev.handrail.preview.terminal.Booklet}; what is printed is read
 * from the very blocks that Slack would be sent.
 */
@NullMarked
package dev.handrail.preview.terminal;

import org.jspecify.annotations.NullMarked;

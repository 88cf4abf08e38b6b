/**
 * Markdown to steps. Start at {@link dev.handrail.runbook.Runbook}, what a file says, and
 * {@code RunbookParser}, how it is read; {@code Library} is what is loaded now.
 */
@NullMarked
package dev.handrail.runbook;

import org.jspecify.annotations.NullMarked;

/**
 * Markdown to steps. Start at {@link dev.handrail.runbook.Runbook}, what a file says; {@code parse} is how it is read, {@code
 * library} what a folder of such files is now. Sub-packages, each importing only those before it: {@code fence}, {@code
 * markdown}, {@code syntax}, {@code layout}, {@code front}, {@code parse}, {@code folder},
 * {@code library}.
 */
@NullMarked
package dev.handrail.runbook;

import org.jspecify.annotations.NullMarked;

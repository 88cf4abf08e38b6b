/**
 * A Markdown file as blocks with their lines: headings, what stands below each, and the source text of any stretch. Knows
 * nothing of runbooks.
 */
@NullMarked
package dev.handrail.runbook.markdown;

import org.jspecify.annotations.NullMarked;

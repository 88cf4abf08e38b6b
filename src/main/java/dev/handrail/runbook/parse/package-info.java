/**
 * How a Markdown file becomes a runbook. Start at {@link dev.handrail.runbook.parse.RunbookParser}; here drafts of steps get their
 * outcomes and learn each other's names, which makes the walk.
 */
@NullMarked
package dev.handrail.runbook.parse;

import org.jspecify.annotations.NullMarked;

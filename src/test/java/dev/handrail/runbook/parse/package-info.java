/** Tests: runbooks from Markdown. */
@NullMarked
package dev.handrail.runbook.parse;

import org.jspecify.annotations.NullMarked;

/** Tests: markdown as blocks with lines. */
@NullMarked
package dev.handrail.runbook.markdown;

import org.jspecify.annotations.NullMarked;

/** What a terminal shows of a runbook. */
@NullMarked
package dev.handrail.preview.terminal;

import org.jspecify.annotations.NullMarked;

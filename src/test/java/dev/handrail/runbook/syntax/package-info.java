/** Tests: outcome lists and fences. */
@NullMarked
package dev.handrail.runbook.syntax;

import org.jspecify.annotations.NullMarked;

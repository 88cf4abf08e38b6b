/**
 * What a change loosens. Start at {@link dev.handrail.lint.against.Comparison}.
 *
 * <p>A stop rule that was taken out in passing is found by nobody until the night it would have stopped somebody; so lint names it
 * while the change is still being read.
 */
@NullMarked
package dev.handrail.lint.against;

import org.jspecify.annotations.NullMarked;

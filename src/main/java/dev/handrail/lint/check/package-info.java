/**
 * What is looked at in a library beyond what its parser must know. Start at {@link dev.handrail.lint.check.Checks}, the list.
 *
 * <p>Each check is a function of its arguments. A check that could be wrong says nothing: a linter that cries wolf is switched off.
 */
@NullMarked
package dev.handrail.lint.check;

import org.jspecify.annotations.NullMarked;

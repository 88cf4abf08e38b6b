/**
 * What can be mended without asking anybody. Start at {@link dev.handrail.lint.fix.Fixes}.
 *
 * <p>Only what has one possible meaning is mended, and only if the file is better for it when it is read again: fewer problems, and
 * none that it did not have.
 */
@NullMarked
package dev.handrail.lint.fix;

import org.jspecify.annotations.NullMarked;

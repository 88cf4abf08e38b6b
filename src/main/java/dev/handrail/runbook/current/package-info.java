/**
 * The library of this process: where its files come from, and what they say now. Start at
 * {@link dev.handrail.runbook.current.CurrentLibrary}.
 *
 * <p>A {@link dev.handrail.runbook.current.LibrarySource} only brings files; whether they are good is judged here, and what is
 * broken never replaces what was good.
 */
@NullMarked
package dev.handrail.runbook.current;

import org.jspecify.annotations.NullMarked;

/**
 * A folder of runbooks as its authors left it, and the rules among its files. Start at {@link dev.handrail.runbook.folder.Survey}.
 *
 * <p>Here every problem of every file is told; which files a library keeps in spite of them is decided in {@code library}.
 */
@NullMarked
package dev.handrail.runbook.folder;

import org.jspecify.annotations.NullMarked;

/**
 * A folder of runbooks as it is now. Start at {@link dev.handrail.runbook.library.LibraryReader}.
 *
 * <p>A file that its author has just broken keeps its last good revision: a half-finished edit must not take a runbook away from
 * somebody who needs it tonight.
 */
@NullMarked
package dev.handrail.runbook.library;

import org.jspecify.annotations.NullMarked;

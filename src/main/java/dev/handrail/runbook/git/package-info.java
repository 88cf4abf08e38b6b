/**
 * A git repository as the library's source, and who changed what in it. Start at {@link dev.handrail.runbook.git.GitSource}.
 *
 * <p>JGit does the work: it needs no git on the machine, and its errors are values that can be told apart. Nothing is checked out:
 * the files of a commit are written into a folder of their own, so that nobody reads a half-made change and no link, filter or
 * submodule of the repository has an effect here.
 */
@NullMarked
package dev.handrail.runbook.git;

import org.jspecify.annotations.NullMarked;

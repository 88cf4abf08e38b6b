/**
 * What is wrong in a library, for those who write it. Start at {@link dev.handrail.lint.Linter}.
 *
 * <p>The parser and the library say what keeps a file from being used; the checks here say what else an author would want to know
 * before 2 a.m. Sub-packages: {@code rules}, every rule there is, with examples; {@code check}, one class for each kind of thing
 * that is looked at; {@code against}, what a change loosens; {@code fix}, what can be mended for certain; {@code print}, how a
 * report is said. Nothing here reads a clock or starts a server: what is not in the files comes in as an argument.
 */
@NullMarked
package dev.handrail.lint;

import org.jspecify.annotations.NullMarked;

/**
 * The commands of those who write runbooks. Each is a thin edge: it reads its arguments, asks the package that knows, and prints.
 */
@NullMarked
package dev.handrail.cli.author;

import org.jspecify.annotations.NullMarked;

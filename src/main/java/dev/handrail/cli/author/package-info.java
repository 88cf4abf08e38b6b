/**
 * <<<<<<< HEAD
 * The commands of those who write runbooks: each reads files and prints, and needs neither database nor Slack. Each command is a
 * class of its own, named after it.
 * =======
 * The commands of those who write runbooks. Each is a thin edge: it reads its arguments, asks the package that knows, and prints.
 * >>>>>>> abfef98 (lint: say everything that is wrong in a library)
 */
@NullMarked
package dev.handrail.cli.author;

import org.jspecify.annotations.NullMarked;

/**
 * The commands of those who write runbooks: each reads files and prints, and needs neither database nor Slack. Each command is a
 * class of its own, named after it.
 */
@NullMarked
package dev.handrail.cli.author;

import org.jspecify.annotations.NullMarked;

/**
 * What can be asked for in words, by {@code /handrail} or by writing to Handrail: one class for each. Start at
 * {@link dev.handrail.slack.command.Subcommands}.
 */
@NullMarked
package dev.handrail.slack.command;

import org.jspecify.annotations.NullMarked;

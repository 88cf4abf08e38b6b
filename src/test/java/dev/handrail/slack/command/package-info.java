/** What can be asked for in words. */
@NullMarked
package dev.handrail.slack.command;

import org.jspecify.annotations.NullMarked;

/** Runbooks that are started from messages. */
@NullMarked
package dev.handrail.slack.shortcut;

import org.jspecify.annotations.NullMarked;

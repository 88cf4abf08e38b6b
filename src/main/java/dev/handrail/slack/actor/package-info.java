/**
 * Who may act through Slack. Start at {@link dev.handrail.slack.actor.Actors}: everything that is asked passes it, whatever it was
 * asked by. Everybody may read.
 */
@NullMarked
package dev.handrail.slack.actor;

import org.jspecify.annotations.NullMarked;

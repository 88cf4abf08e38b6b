/**
 * Socket Mode: Slack is reached from inside, and no address of ours from outside. Start at
 * {@link dev.handrail.slack.socket.Sockets}; {@link dev.handrail.slack.socket.Lane} keeps one socket open, for ever.
 *
 * <p>Written by hand: Slack's own client closes the old socket before it opens the new one, and gives up for good, in silence,
 * after one refusal.
 */
@NullMarked
package dev.handrail.slack.socket;

import org.jspecify.annotations.NullMarked;

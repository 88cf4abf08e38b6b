/**
 * Socket Mode as the bot sees it: addresses that hold good once, sockets that Slack closes when it likes, envelopes over any one
 * of them. Start at {@link dev.handrail.simulator.socket.Switchboard}.
 */
@NullMarked
package dev.handrail.simulator.socket;

import org.jspecify.annotations.NullMarked;

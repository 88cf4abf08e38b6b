/**
 * What Slack sends over HTTP, signed. Start at {@link dev.handrail.slack.http.SlackController}; what is genuine goes the way
 * of {@link dev.handrail.slack.inbound.Pipeline}.
 */
@NullMarked
package dev.handrail.slack.http;

import org.jspecify.annotations.NullMarked;

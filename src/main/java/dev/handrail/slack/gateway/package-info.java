/**
 * Slack's Web API, as far as Handrail uses it. Start at {@link dev.handrail.slack.gateway.SlackGateway}; what comes of a call
 * is a value, {@link dev.handrail.slack.gateway.Outcome}, not an exception.
 */
@NullMarked
package dev.handrail.slack.gateway;

import org.jspecify.annotations.NullMarked;

/**
 * Slack's Web API as the bot sees it: the methods it uses, their refusals, rate limits, and failures on demand. Start at
 * {@link dev.handrail.simulator.api.WebApi}.
 */
@NullMarked
package dev.handrail.simulator.api;

import org.jspecify.annotations.NullMarked;

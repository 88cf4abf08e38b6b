/**
 * The local Slack: a stand-in that speaks HTTP as Slack does, with a page where a person reads and presses buttons.
 *
 * <p>{@link dev.handrail.simulator.LocalSlack} takes requests, whoever carries them: {@link
 * dev.handrail.simulator.LocalSlackServer} in tests, {@link dev.handrail.simulator.LocalSlackController} in the demo. Its
 * sub-packages, each using only those before it: {@code wire}, {@code workspace}, {@code block}, {@code api}, {@code
 * interaction}, {@code control}.
 *
 * <p>It is stricter than Slack on purpose: what it accepts, Slack should accept. Of the bot it knows only
 * {@link dev.handrail.slack.SlackLimits}, so that it cannot share the bot's mistakes.
 */
@NullMarked
package dev.handrail.simulator;

import org.jspecify.annotations.NullMarked;

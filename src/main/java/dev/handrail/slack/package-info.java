/**
 * Slack: rendering, the reconciler, the Web API and what comes in. Start at {@link dev.handrail.slack.SlackLimits} for what
 * Slack accepts at all.
 */
@NullMarked
package dev.handrail.slack;

import org.jspecify.annotations.NullMarked;

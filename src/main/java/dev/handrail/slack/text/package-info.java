/**
 * Text as Slack shows it. Start at {@link dev.handrail.slack.text.Mrkdwn} and {@link dev.handrail.slack.text.Markdown}.
 *
 * <p>Alerts are written by strangers, so a {@code String} is never markup here: it becomes a {@link
 * dev.handrail.slack.text.Mrkdwn} only by being escaped.
 */
@NullMarked
package dev.handrail.slack.text;

import org.jspecify.annotations.NullMarked;

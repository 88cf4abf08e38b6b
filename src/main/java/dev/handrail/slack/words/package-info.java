/**
 * The words that Handrail says in Slack. Start at {@link dev.handrail.slack.words.Wording}; the sentences themselves are in
 * {@code src/main/resources/slack/words}, a file for each thing that people look at.
 */
@NullMarked
package dev.handrail.slack.words;

import org.jspecify.annotations.NullMarked;

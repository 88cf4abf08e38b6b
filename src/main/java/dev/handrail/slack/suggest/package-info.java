/**
 * What a menu offers while somebody types into it, where Slack has no room for all there is. Start at
 * {@link dev.handrail.slack.suggest.Suggestions}; how it ranks is in {@link dev.handrail.slack.suggest.Ranking}.
 */
@NullMarked
package dev.handrail.slack.suggest;

import org.jspecify.annotations.NullMarked;

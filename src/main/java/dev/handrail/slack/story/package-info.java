/**
 * What there is to say of an incident, whichever message says it. Start at {@link dev.handrail.slack.story.Story}; the messages
 * themselves are in {@code render}.
 */
@NullMarked
package dev.handrail.slack.story;

import org.jspecify.annotations.NullMarked;

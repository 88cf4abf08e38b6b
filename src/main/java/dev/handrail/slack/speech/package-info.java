/**
 * What people say to Handrail in words, by a slash command or by mentioning it. Start at
 * {@link dev.handrail.slack.speech.Speaker}, which does it; {@link dev.handrail.slack.speech.Spoken} is what was understood.
 */
@NullMarked
package dev.handrail.slack.speech;

import org.jspecify.annotations.NullMarked;

/**
 * Which runbook is for an alert, and why. Start at {@link dev.handrail.match.Matcher}.
 *
 * <p>What is certain decides alone ({@code Ladder}); what is only likely ({@code match.text}) is suggested to a person and never
 * walked by itself. Plain Java, save RE2/J for what strangers write and Snowball's stemmer for the words of texts.
 */
@NullMarked
package dev.handrail.match;

import org.jspecify.annotations.NullMarked;

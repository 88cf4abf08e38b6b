/**
 * Telling people outside Slack, durably, until somebody took it.
 *
 * <p>{@code book} notes what is owed in the transaction in which it is decided. Start at
 * {@link dev.handrail.page.PageDelivery}: it sends that afterwards, at least once; {@code send} knows the ways. What counts is
 * only that somebody takes the page: {@code take}.
 */
@NullMarked
package dev.handrail.page;

import org.jspecify.annotations.NullMarked;

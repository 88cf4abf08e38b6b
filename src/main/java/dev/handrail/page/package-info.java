/**
 * Telling people outside Slack, durably, until somebody took it.
 *
 * <p>Start at {@link dev.handrail.page.PageBook}: it notes what is owed in the transaction in which it is decided.
 * {@link dev.handrail.page.PageDelivery} sends it afterwards, at least once; {@code send} knows the ways. What counts is only
 * that somebody takes the page: {@link dev.handrail.page.TakeLinks}.
 */
@NullMarked
package dev.handrail.page;

import org.jspecify.annotations.NullMarked;

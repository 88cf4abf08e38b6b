/**
 * Walking an incident in the browser, so that a page that came by mail while Slack is down leads somewhere: start at
 * {@link dev.handrail.web.walk.WalkController}. {@link dev.handrail.web.walk.Offer} says what may be pressed where,
 * {@link dev.handrail.web.walk.Doorkeeper} who may press it, and {@link dev.handrail.web.walk.Presses} does it. Slack shows all of
 * it by itself once it is back.
 */
@NullMarked
package dev.handrail.web.walk;

import org.jspecify.annotations.NullMarked;

/**
 * Seeing to it that Slack shows what {@link dev.handrail.slack.render.Projection} says, whatever happens in between. Start at
 * {@link dev.handrail.slack.deliver.Delivery}, which decides when, and {@link dev.handrail.slack.deliver.Reconciler}, which
 * decides what.
 *
 * <p>A slot is posted at most once as far as can be known: an intent is stored before the call, and after an answer that did
 * not come, the message is looked for by the slot's name in its metadata.
 */
@NullMarked
package dev.handrail.slack.deliver;

import org.jspecify.annotations.NullMarked;

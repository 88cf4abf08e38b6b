/**
 * What people press, type and say. Start at {@link dev.handrail.slack.inbound.Pipeline}: store, then acknowledge;
 * {@link dev.handrail.slack.inbound.Worker} does the work afterwards, so that nothing that was acknowledged is lost.
 */
@NullMarked
package dev.handrail.slack.inbound;

import org.jspecify.annotations.NullMarked;

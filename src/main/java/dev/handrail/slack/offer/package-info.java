/**
 * Runbooks that are offered for a failure that none is certain for. Start at {@link dev.handrail.slack.offer.OfferedRunbooks}.
 */
@NullMarked
package dev.handrail.slack.offer;

import org.jspecify.annotations.NullMarked;

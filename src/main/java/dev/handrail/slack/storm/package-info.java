/**
 * What Slack shows of storms: the parts on the storm's card, and no card of their own for parts that nobody has touched. Start at
 * {@link dev.handrail.slack.storm.PartsList}.
 */
@NullMarked
package dev.handrail.slack.storm;

import org.jspecify.annotations.NullMarked;

/**
 * Taking a page outside Slack: by a link in a mail, and in the service that it was sent to. Start at
 * {@link dev.handrail.page.take.TakeLinks}, and at {@link dev.handrail.page.take.TakenElsewhere}. What becomes of the wish is
 * the run's to say, as for whoever presses in Slack.
 */
@NullMarked
package dev.handrail.page.take;

import org.jspecify.annotations.NullMarked;

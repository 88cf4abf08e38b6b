/**
 * Notices in Slack: one message to each of an owner's contacts, edited when what it tells of is over. Start at
 * {@link dev.handrail.slack.notice.NoticeDelivery}.
 *
 * <p>As for incidents, an intent is stored before the call, and after an answer that did not come the message is looked for by the
 * mark in its metadata.
 */
@NullMarked
package dev.handrail.slack.notice;

import org.jspecify.annotations.NullMarked;

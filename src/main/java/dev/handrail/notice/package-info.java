/**
 * What an owner is told outside an incident: a file of theirs is broken, a runbook is due for review. Start at
 * {@link dev.handrail.notice.NoticeBook}.
 *
 * <p>A notice says what is, not that something happened: it is worked out again and again from what holds, told once, and edited
 * when it is over. Slack delivers it; this package does not know how.
 */
@NullMarked
package dev.handrail.notice;

import org.jspecify.annotations.NullMarked;

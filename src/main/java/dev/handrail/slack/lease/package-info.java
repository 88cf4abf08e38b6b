/**
 * Who may write to Slack: of several processes on one database, one at a time, because Slack counts for the whole workspace.
 * Start at {@link dev.handrail.slack.lease.Lease}.
 *
 * <p>The next holder takes over 8 s after the last was heard of. The last one stops 5 s before that, which is as long as a call
 * to Slack may take, so that no call of his is still on its way; and whatever he stores later is refused. A post that was begun
 * is looked for in Slack by whoever comes next. Only a process that is stopped by its machine between its last look and its call
 * may post once what is there already, with the same buttons.
 */
@NullMarked
package dev.handrail.slack.lease;

import org.jspecify.annotations.NullMarked;

package dev.handrail.slack.deliver;

import java.time.Instant;

/** How far one slot was brought. */
sealed interface Progress {
    /** Slack shows it, or it is left as it is for good. */
    record Settled() implements Progress {}

    /** It is to be gone on with then. */
    record Later(Instant at) implements Progress {}

    /** It waits for another slot: the thread's root. */
    record Blocked() implements Progress {}
}

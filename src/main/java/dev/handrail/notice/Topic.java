package dev.handrail.notice;

import java.time.Duration;

/** What a notice is about. Its matters are all of one topic. The names are stored. */
public enum Topic {
    /** At once: somebody has just made the change, and still remembers. */
    BROKEN_FILES(Duration.ZERO),
    /** Once a day at most: nobody waits for it. */
    REVIEWS(Duration.ofDays(1)),
    /** At once: whoever picked the runbook still remembers why. */
    PROPOSALS(Duration.ZERO),
    /** At once: nobody else would hear of it. */
    STRANDED(Duration.ZERO),
    /** At once: whoever was to be told does not know. */
    FAILED_PAGES(Duration.ZERO);

    private final Duration apart;

    Topic(Duration apart) {
        this.apart = apart;
    }

    /** Returns how long one owner is left alone after a notice. */
    Duration apart() {
        return apart;
    }
}

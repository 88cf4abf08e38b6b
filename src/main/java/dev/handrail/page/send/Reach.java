package dev.handrail.page.send;

import java.time.Instant;
import java.util.Optional;

/** Whether Slack, where people are told first, takes anything at all. */
public interface Reach {
    /** Returns since when it takes nothing; empty while it does, and where another process is the one that knows. */
    Optional<Instant> unreachableSince();
}

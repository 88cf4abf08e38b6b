package dev.handrail.soak.sender;

import java.time.Instant;
import java.util.List;

/**
 * What one delivery tells.
 *
 * @param at when what it tells of happened
 * @param over whether it tells that all of it is over
 */
public record Report(List<Trouble> troubles, Instant at, boolean over) {
    public Report {
        troubles = List.copyOf(troubles);
    }

    /** Returns the only one, for senders that tell of one at a time. */
    Trouble one() {
        return troubles.getFirst();
    }

    String word(String firing, String resolved) {
        return over ? resolved : firing;
    }
}

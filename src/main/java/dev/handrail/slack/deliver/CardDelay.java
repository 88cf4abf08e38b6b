package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers the changes of a root card for a moment, so that ten quick ones are one edit. */
final class CardDelay {
    private final Duration delay;
    private final InstantSource clock;
    private final Map<IncidentId, Instant> changedSince = new ConcurrentHashMap<>();

    CardDelay(Duration delay, InstantSource clock) {
        this.delay = delay;
        this.clock = clock;
    }

    /** Returns when the card may be edited; empty if it may be now. */
    Optional<Instant> until(IncidentId id) {
        var now = clock.instant();
        var due = changedSince.computeIfAbsent(id, _ -> now).plus(delay);
        return due.isAfter(now) ? Optional.of(due) : Optional.empty();
    }

    /** Notes that the card shows the last state. */
    void done(IncidentId id) {
        changedSince.remove(id);
    }
}

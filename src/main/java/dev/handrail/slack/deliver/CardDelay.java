package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a root card has waited: its changes are gathered for a moment, so that ten quick ones are one edit; and what had to
 * wait for Slack for long says so.
 */
final class CardDelay {
    /** A card that is shown later than this says so. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Duration delay;
    private final InstantSource clock;
    private final Map<IncidentId, Instant> changedSince = new ConcurrentHashMap<>();

    CardDelay(Duration delay, InstantSource clock) {
        this.delay = delay;
        this.clock = clock;
    }

    /** Notes that the card does not show the last state. Returns since when it does not. */
    Instant changed(IncidentId id) {
        return changedSince.computeIfAbsent(id, _ -> clock.instant());
    }

    /** Returns when the card may be edited; empty if it may be now. */
    Optional<Instant> until(IncidentId id) {
        var due = changed(id).plus(delay);
        return due.isAfter(clock.instant()) ? Optional.of(due) : Optional.empty();
    }

    /** Returns how long the card has waited, if that is long. */
    Optional<Duration> lateness(IncidentId id) {
        return Optional.ofNullable(changedSince.get(id))
                .map(since -> Duration.between(since, clock.instant()))
                .filter(waited -> waited.compareTo(LATE) > 0);
    }

    /** Notes that the card shows the last state. */
    void done(IncidentId id) {
        changedSince.remove(id);
    }
}

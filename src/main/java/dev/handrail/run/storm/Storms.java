package dev.handrail.run.storm;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.storm.Place;
import dev.handrail.platform.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Storms as they stand. */
@Singleton
public final class Storms {
    private final Transactions transactions;
    private final StormRepository storms;
    private final PartRepository parts;
    private final InstantSource clock;

    Storms(Transactions transactions, StormRepository storms, PartRepository parts, InstantSource clock) {
        this.transactions = transactions;
        this.storms = storms;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * A storm for which something may be left to do.
     *
     * @param firing whether our own alert of it was last said to fire
     * @param over whether its incident is closed
     * @param open how many of its parts are
     * @param changed whether anything happened to a part that its card does not show
     */
    public record Standing(IncidentId id, Place place, boolean firing, boolean over, long open, boolean changed) {}

    /**
     * What a storm's card says of its parts.
     *
     * @param version grows with whatever happens to any of them
     * @param first the first of them, the open ones before the others
     */
    public record Parts(Place place, Counts counts, long version, List<Part> first) {
        public Parts {
            first = List.copyOf(first);
        }
    }

    /** How many incidents a storm has, of how many failure modes, and how many of them are open. */
    public record Counts(long incidents, long modes, long open) {}

    /** @param title of its runbook, or its alert's name */
    public record Part(IncidentId id, String title) {}

    public List<Standing> unsettled() {
        return transactions.read(() -> storms.unsettled().stream()
                .map(row -> new Standing(
                        new IncidentId(row.incidentId()),
                        Place.of(row.place()),
                        row.firing(),
                        row.over(),
                        row.open(),
                        row.parts() != row.shown()))
                .toList());
    }

    /** Returns the parts of a storm; empty for an incident that is none. Joins the caller's transaction. */
    public Optional<Parts> of(IncidentId id, int limit) {
        return storms.findById(id.value()).map(row -> {
            var count = parts.count(id.value());
            var first = parts.of(id.value(), limit).stream()
                    .map(part -> new Part(new IncidentId(part.incidentId()), part.title()))
                    .toList();
            var counts = new Counts(count.incidents(), count.modes(), count.open());
            return new Parts(Place.of(row.place()), counts, count.version(), first);
        });
    }

    /** Returns parts that do not stand for themselves again yet. */
    public List<IncidentId> unreleased(IncidentId storm, int limit) {
        return parts.unreleased(storm.value(), limit).stream()
                .map(IncidentId::new)
                .toList();
    }

    /** Joins the caller's transaction. */
    public void released(IncidentId part, IncidentId storm) {
        parts.release(part.value(), storm.value());
    }

    public void said(IncidentId storm, boolean firing) {
        storms.fire(storm.value(), firing);
    }

    public void settle(IncidentId storm) {
        storms.settle(storm.value());
    }

    /** Has the storm's card brought up to date. */
    public void touch(IncidentId storm) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        storms.touch(storm.value(), now);
    }

    /** Notes that the card shows its parts up to {@code version}. */
    public void shown(IncidentId storm, long version) {
        storms.show(storm.value(), version);
    }
}

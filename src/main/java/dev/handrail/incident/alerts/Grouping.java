package dev.handrail.incident.alerts;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which incident an alert belongs to. Pure: what is known is handed in.
 *
 * <p>Senders' clocks are compared only with themselves, for one alert, and only as far as they can be right: a start after its
 * own report is one that runs ahead.
 */
public final class Grouping {
    /** How long a close by hand is believed before a condition that still fires contradicts it. */
    public static final Duration CLOSE_IS_BELIEVED = Duration.ofMinutes(5);

    /** How long after a report an older one may be on its way; later, it is the sender's clock that went back. */
    public static final Duration LATE_WITHIN = Duration.ofMinutes(15);

    private Grouping() {}

    /** An incident that an alert might belong to. */
    public record Candidate(IncidentId id, Optional<Instant> closedAt, Duration reopenWithin) {
        boolean isOpen() {
            return closedAt.isEmpty();
        }

        Duration closedFor(Instant now) {
            return closedAt.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        }
    }

    /**
     * The same alert, as it was reported last.
     *
     * @param incident the newest that holds it; empty for one that has started nothing
     */
    public record Known(KeptAlert last, Optional<Candidate> incident) {
        boolean isFiring() {
            return last.isFiring();
        }

        private Instant startsAt() {
            var said = last.alert().startsAt();
            return said.isAfter(last.report().at()) ? last.report().at() : said;
        }

        private Duration age(Instant now) {
            return Duration.between(last.report().at(), now);
        }
    }

    /** Where an alert belongs. */
    public sealed interface Place {
        /** A new incident. */
        record Opens() implements Place {}

        record Joins(IncidentId id) implements Place {}

        /** @param why for the timeline */
        record Reopens(IncidentId id, String why) implements Place {}

        /** It has resolved, after its incident was closed: that is noted there, and starts nothing. */
        record Notes(IncidentId id) implements Place {}

        /** It says nothing that was not known: what is kept of it stays. */
        record Repeats(Optional<IncidentId> id, String why) implements Place {}

        /** It starts nothing, and is kept. */
        record Nowhere(String why) implements Place {}
    }

    /**
     * Places an alert.
     *
     * @param newest the newest incident of the group that its labels put it in
     */
    public static Place place(Alert alert, Optional<Known> known, Optional<Candidate> newest, Instant now) {
        return known.flatMap(same -> repeats(alert, same, now)).orElseGet(() -> belongs(alert, known, newest, now));
    }

    /** Only while its incident is open: one that comes after a close may contradict it. */
    private static Optional<Place> repeats(Alert alert, Known known, Instant now) {
        var holder = known.incident();
        if (holder.filter(closed -> !closed.isOpen()).isPresent()) {
            return Optional.empty();
        }
        var id = holder.map(Candidate::id);
        var same = alert.isFiring() == known.isFiring()
                && alert.startsAt().equals(known.last().alert().startsAt());
        if (same && known.last().heldUntil().isEmpty()) {
            return Optional.of(new Place.Repeats(id, "a duplicate"));
        }
        if (isLate(alert, known, now)) {
            return Optional.of(new Place.Repeats(id, "older than what is known of it"));
        }
        return Optional.empty();
    }

    private static boolean isLate(Alert alert, Known known, Instant now) {
        var inTime = known.age(now).compareTo(LATE_WITHIN) <= 0;
        var older = alert.startsAt().isBefore(known.startsAt());
        var endedFirst = known.incident().isEmpty()
                && !known.isFiring()
                && alert.isFiring()
                && !alert.startsAt().isAfter(known.last().alert().endsAt().orElse(known.startsAt()));
        return inTime && (older || endedFirst);
    }

    private static Place belongs(Alert alert, Optional<Known> known, Optional<Candidate> newest, Instant now) {
        var holder = known.flatMap(Known::incident);
        if (holder.filter(Candidate::isOpen).isPresent()) {
            return new Place.Joins(holder.get().id());
        }
        if (!alert.isFiring()) {
            return holder.<Place>map(closed -> new Place.Notes(closed.id()))
                    .orElseGet(() -> new Place.Nowhere(
                            wasHeld(known) ? "resolved while it was held" : "resolved, and no incident holds it"));
        }
        if (newest.filter(Candidate::isOpen).isPresent()) {
            return new Place.Joins(newest.get().id());
        }
        if (holder.isPresent()
                && !wasHeld(known)
                && known.filter(same -> stillFires(same, alert)).isPresent()) {
            return contradicts(holder.get(), now);
        }
        return newest.or(() -> holder)
                .filter(closed -> closed.closedFor(now).compareTo(closed.reopenWithin()) <= 0)
                .<Place>map(closed -> new Place.Reopens(
                        closed.id(), "fired again %s after it was closed".formatted(words(closed.closedFor(now)))))
                .orElseGet(Place.Opens::new);
    }

    /** What is known of it then is that it fires again, and not what its incident was closed on. */
    private static boolean wasHeld(Optional<Known> known) {
        return known.flatMap(same -> same.last().heldUntil()).isPresent();
    }

    /** The source never said that it was over. */
    private static boolean stillFires(Known known, Alert alert) {
        return known.isFiring() && known.last().alert().startsAt().equals(alert.startsAt());
    }

    private static Place contradicts(Candidate closed, Instant now) {
        var since = closed.closedFor(now);
        return since.compareTo(CLOSE_IS_BELIEVED) > 0
                ? new Place.Reopens(
                        closed.id(), "still firing %s after it was closed: it is not over".formatted(words(since)))
                : new Place.Repeats(Optional.of(closed.id()), "a repeat within 5 min of the close by hand");
    }

    private static String words(Duration time) {
        return time.toMinutes() < 1 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }
}

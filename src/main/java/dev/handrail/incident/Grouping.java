package dev.handrail.incident;

import dev.handrail.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which incident an alert belongs to. Pure: what is known is handed in. */
public final class Grouping {
    /** How long a close by hand is believed before a condition that still fires contradicts it. */
    public static final Duration CLOSE_IS_BELIEVED = Duration.ofMinutes(5);

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

    /** The same alert, as the newest incident that holds it knows it. */
    public record Known(Candidate incident, boolean firing, Instant startsAt) {}

    /** Where an alert belongs. */
    public sealed interface Place {
        /** A new incident. */
        record Opens() implements Place {}

        record Joins(IncidentId id) implements Place {}

        /** @param why for the timeline */
        record Reopens(IncidentId id, String why) implements Place {}

        /** It has resolved, after its incident was closed: that is noted there, and starts nothing. */
        record Notes(IncidentId id) implements Place {}

        /** It starts nothing. */
        record Nowhere(String why) implements Place {}
    }

    /**
     * Places an alert.
     *
     * @param known the same alert in the newest incident that holds it
     * @param newest the newest incident of the group that its labels put it in
     */
    public static Place place(Alert alert, Optional<Known> known, Optional<Candidate> newest, Instant now) {
        var holder = known.map(Known::incident);
        if (holder.filter(Candidate::isOpen).isPresent()) {
            return new Place.Joins(holder.get().id());
        }
        if (!alert.isFiring()) {
            return holder.<Place>map(closed -> new Place.Notes(closed.id()))
                    .orElseGet(() -> new Place.Nowhere("resolved, and no incident holds it"));
        }
        if (newest.filter(Candidate::isOpen).isPresent()) {
            return new Place.Joins(newest.get().id());
        }
        if (known.filter(same -> stillFires(same, alert)).isPresent()) {
            return contradicts(holder.get(), now);
        }
        return newest.or(() -> holder)
                .filter(closed -> closed.closedFor(now).compareTo(closed.reopenWithin()) <= 0)
                .<Place>map(closed -> new Place.Reopens(
                        closed.id(), "fired again %s after it was closed".formatted(words(closed.closedFor(now)))))
                .orElseGet(Place.Opens::new);
    }

    /** The source never said that it was over. */
    private static boolean stillFires(Known known, Alert alert) {
        return known.firing() && known.startsAt().equals(alert.startsAt());
    }

    private static Place contradicts(Candidate closed, Instant now) {
        var since = closed.closedFor(now);
        return since.compareTo(CLOSE_IS_BELIEVED) > 0
                ? new Place.Reopens(
                        closed.id(), "still firing %s after it was closed: it is not over".formatted(words(since)))
                : new Place.Nowhere("a repeat within 5 min of the close by hand");
    }

    private static String words(Duration time) {
        return time.toMinutes() < 1 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }
}

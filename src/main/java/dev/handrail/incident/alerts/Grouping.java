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
 *
 * <p>Reports may overtake each other. One that is older than what is known of its alert changes nothing, whatever has become of
 * the incident: it began earlier, or it is the beginning of what its source has since said to be over. For a start is that of one
 * firing: Prometheus, Alertmanager and Grafana give a new one each time, and so does every other sender that is built in, by the
 * time of the event where it names no other. Two doubts remain, and both are decided for the alert, as a page too many harms
 * less than one too few. A sender that says no end, or one at its start, tells nothing of what lies between. And Alertmanager
 * keeps the start where it had given an alert up, as Prometheus could not reach it, which is told from a late copy by the time
 * that passes alone: what is said to fire {@link #COPY_WITHIN} after its end was reported, fires.
 */
public final class Grouping {
    /** How long a close by hand is believed before a condition that still fires contradicts it. */
    public static final Duration CLOSE_IS_BELIEVED = Duration.ofMinutes(5);

    /** How long after a report an older one may be on its way; later, it is the sender's clock that went back. */
    public static final Duration LATE_WITHIN = Duration.ofMinutes(15);

    /**
     * How long after its end a copy of an alert's beginning may be on its way. Short, because what is not a copy is a failure that
     * is back, and its sender may not say so again for hours.
     */
    public static final Duration COPY_WITHIN = Duration.ofMinutes(2);

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

    private static Optional<Place> repeats(Alert alert, Known known, Instant now) {
        var id = known.incident().map(Candidate::id);
        var same = alert.isFiring() == known.isFiring() && startsWith(alert, known);
        if (same && !mayContradict(alert, known) && known.last().heldUntil().isEmpty()) {
            return Optional.of(new Place.Repeats(id, "a duplicate"));
        }
        if (isLate(alert, known, now)) {
            return Optional.of(new Place.Repeats(id, "older than what is known of it"));
        }
        return Optional.empty();
    }

    /** What fires after its incident was closed says that the close was wrong. */
    private static boolean mayContradict(Alert alert, Known known) {
        return alert.isFiring()
                && known.incident().filter(holder -> !holder.isOpen()).isPresent();
    }

    private static boolean startsWith(Alert alert, Known known) {
        return alert.startsAt().equals(known.last().alert().startsAt());
    }

    private static boolean isLate(Alert alert, Known known, Instant now) {
        var age = known.age(now);
        var copyWithin = known.incident().isPresent() ? COPY_WITHIN : LATE_WITHIN;
        var isCopy = alert.isFiring() && !known.isFiring() && hasEnded(alert, known);
        return (age.compareTo(LATE_WITHIN) <= 0 && isOlder(alert, known)) || (age.compareTo(copyWithin) <= 0 && isCopy);
    }

    /** What fires again may keep its first start for its end alone: that is told of now. */
    private static boolean isOlder(Alert alert, Known known) {
        var endsIt = !alert.isFiring()
                && alert.endsAt().filter(end -> !end.isBefore(known.startsAt())).isPresent();
        return alert.startsAt().isBefore(known.startsAt()) && !endsIt;
    }

    /** Where an incident holds it, it has fired before; where none does, its end came first, and any start before that fits. */
    private static boolean hasEnded(Alert alert, Known known) {
        var end = known.last().alert().endsAt();
        return known.incident().isPresent()
                ? startsWith(alert, known)
                        && end.filter(alert.startsAt()::isBefore).isPresent()
                : !alert.startsAt().isAfter(end.orElse(known.startsAt()));
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

package dev.handrail.run.silence;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Silence;
import dev.handrail.ownership.Flow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds alerts at one moment. Pure.
 *
 * @param silences that are active now
 */
public record Holds(Instant now, List<Silence> silences) {
    /** For what nothing holds: a drill, and what we say ourselves. */
    public static final Holds NONE = new Holds(Instant.EPOCH, List.of());

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    public Holds {
        silences = List.copyOf(silences);
    }

    /**
     * Returns what holds an alert the longest.
     *
     * @param flow that the alert, or its runbook, names
     */
    public Optional<Hold> over(Alert alert, Optional<Flow> flow) {
        var bySilence = silences.stream()
                .filter(silence -> silence.isActive(now) && silence.covers(alert.labels()))
                .map(this::hold);
        return Stream.concat(bySilence, flow.stream().flatMap(this::windows)).max(Comparator.comparing(Hold::until));
    }

    private Hold hold(Silence silence) {
        return new Hold(
                silence.until(),
                "%s until %s: %s"
                        .formatted(Hold.bySilence(silence), clock(silence.until(), ZoneOffset.UTC), silence.why()));
    }

    private Stream<Hold> windows(Flow flow) {
        return flow.alerting().maintenance().stream()
                .flatMap(window -> window
                        .covering(now)
                        .map(span -> new Hold(
                                span.until(),
                                "%s until %s: %s"
                                        .formatted(
                                                Hold.byWindow(flow), clock(span.until(), window.zone()), window.why())))
                        .stream());
    }

    /** As a clock on the wall there shows it; with the day, where it is another. */
    private String clock(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        var isToday = there.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (isToday ? TIME : DAY).format(there) + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }
}

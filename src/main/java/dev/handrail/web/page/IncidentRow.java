package dev.handrail.web.page;

import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.Kind;
import dev.handrail.web.timeline.Facts;
import dev.handrail.web.timeline.Standing;
import dev.handrail.web.timeline.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An incident in a list.
 *
 * @param severity its word, which is the name of its CSS class too
 * @param place the flow, where one is known, the channel, and the labels that tell it from others of its kind
 */
public record IncidentRow(
        long id, String title, String severity, Standing standing, String owner, String place, Span span, Kind kind) {
    /**
     * @param opened when it was opened, to the minute
     * @param length how long it has been open, or was
     */
    public record Span(String opened, String length) {}

    /** What every alert of a failure mode has; the others tell two incidents of one runbook apart. */
    private static final Set<String> COMMON = Set.of("alertname", "flow", "severity");

    private static final int SUBJECTS = 3;
    private static final int SUBJECT_LENGTH = 40;

    private static String subject(IncidentView view) {
        return new TreeMap<>(view.alerts().labels())
                .entrySet().stream()
                        .filter(label -> !COMMON.contains(label.getKey()))
                        .limit(SUBJECTS)
                        .map(label -> " · " + label.getKey() + "=" + abbreviated(label.getValue()))
                        .collect(Collectors.joining());
    }

    private static String abbreviated(String value) {
        return value.length() <= SUBJECT_LENGTH ? value : value.substring(0, SUBJECT_LENGTH) + "…";
    }

    static IncidentRow of(IncidentView view, Instant now) {
        var incident = view.incident();
        return new IncidentRow(
                incident.id().value(),
                mark(view.kind()) + incident.title(),
                incident.severity().word(),
                Standing.of(view),
                Facts.owner(view),
                incident.flow().map(flow -> flow + " · ").orElse("") + incident.channel() + subject(view),
                new Span(
                        Times.minute(incident.openedAt()),
                        Times.length(Duration.between(
                                incident.openedAt(), incident.closedAt().orElse(now)))),
                view.kind());
    }

    private static String mark(Kind kind) {
        return switch (kind) {
            case REAL -> "";
            case DRILL -> "🧪 DRILL · ";
            case SHADOW -> "👁 SHADOW · ";
        };
    }

    public boolean isDrill() {
        return kind == Kind.DRILL;
    }

    public boolean isShadow() {
        return kind == Kind.SHADOW;
    }
}

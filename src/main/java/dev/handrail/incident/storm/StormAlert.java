package dev.handrail.incident.storm;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The alert of our own that begins a storm's incident: it goes the way of any alert, so that a team may write a runbook for it. */
public final class StormAlert {
    public static final String SOURCE = "handrail";

    /** What a runbook for storms matches: {@code alertname="Storm"}. */
    public static final String NAME = "Storm";

    private StormAlert() {}

    public static Alert firing(Place place, String why, StormSettings settings, Instant at) {
        var annotations = Map.of(
                "summary",
                why,
                "description",
                "One cause is likely, so one page was sent for all of them; each keeps its own runbook. %s."
                        .formatted(settings.words()));
        return alert(place, Alert.Status.FIRING, annotations, at);
    }

    public static Alert resolved(Place place, Instant at) {
        return alert(place, Alert.Status.RESOLVED, Map.of(), at);
    }

    private static Alert alert(Place place, Alert.Status status, Map<String, String> annotations, Instant at) {
        var labels = Map.of(Alert.NAME_LABEL, NAME, place.word(), place.name(), "severity", "high");
        return new Alert(
                SOURCE,
                place.encoded(),
                Fingerprint.of(labels),
                status,
                labels,
                annotations,
                at,
                status == Alert.Status.RESOLVED ? Optional.of(at) : Optional.empty());
    }
}

package dev.handrail.intake.watch;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.intake.door.Source;
import dev.handrail.platform.Json;
import dev.handrail.platform.source.Durations;
import dev.handrail.run.reception.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That nothing came from a source for longer than its {@code stale_after}.
 *
 * @param since when it had been silent for that long
 */
record Silence(Source source, Duration staleAfter, Instant since) {
    static final String SENDER = "handrail";
    static final String NAME = "SourceSilent";

    Incoming begins() {
        return incoming(Alert.Status.FIRING, Optional.empty());
    }

    Incoming ends(Instant heardAt) {
        return incoming(Alert.Status.RESOLVED, Optional.of(heardAt));
    }

    /** The same labels and start whenever it is said, so that saying it again changes nothing. */
    private Incoming incoming(Alert.Status status, Optional<Instant> endsAt) {
        var labels = Map.of(Alert.NAME_LABEL, NAME, "source", source.name(), "severity", "high");
        var alert = new Alert(
                SENDER,
                NAME + "/" + source.name(),
                Fingerprint.of(labels),
                status,
                labels,
                annotations(),
                since,
                endsAt);
        var body = Map.of(
                "status", status.name(), "labels", labels, "annotations", alert.annotations(), "starts_at", since);
        return new Incoming(SENDER, Json.write(body), List.of(alert), Optional.empty());
    }

    private Map<String, String> annotations() {
        var annotations = new HashMap<String, String>();
        annotations.put(
                "summary",
                "Nothing has come from '%s' since %s; something is expected at least every %s"
                        .formatted(source.name(), since.minus(staleAfter), Durations.text(staleAfter)));
        source.watch().owner().ifPresent(owner -> annotations.put("owner", owner));
        return annotations;
    }
}

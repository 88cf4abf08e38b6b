package dev.handrail.web.walk;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.reception.Incoming;
import dev.handrail.web.HttpFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An alert that fires in a Handrail that runs. */
final class Fired {
    private Fired() {}

    /** Returns the incident that it is in. */
    static IncidentId alert(HttpFixture http, Map<String, String> labels, Map<String, String> annotations) {
        var alert = new Alert(
                "test",
                "orders " + labels,
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                annotations,
                Instant.parse("2026-11-21T02:10:00Z"),
                Optional.empty());
        return http.context()
                .getBean(AlertDesk.class)
                .receive(new Incoming("test", "{}", List.of(alert), Optional.empty()))
                .alerts()
                .getFirst()
                .incident()
                .orElseThrow();
    }
}

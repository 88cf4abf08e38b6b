package dev.handrail.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.KeptAlert;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An alert as the API says it. The keys are a contract: they are only ever added. */
final class AlertJson {
    private AlertJson() {}

    static ObjectNode of(KeptAlert kept) {
        var alert = kept.alert();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("source", alert.source())
                .put("status", alert.status().name().toLowerCase(Locale.ROOT))
                .put("alertname", alert.name().orElse(null))
                .put("fingerprint", alert.fingerprint().value())
                .put("incident", kept.incident().map(IncidentId::value).orElse(null))
                .put("why", kept.report().why())
                .put("item", kept.item().orElse(null))
                .put("starts_at", alert.startsAt().toString())
                .put("ends_at", time(alert.endsAt()))
                .put("reported_at", kept.report().at().toString())
                .put("held_until", time(kept.heldUntil()))
                .put("payload", kept.report().payload());
        json.set("labels", texts(alert.labels()));
        json.set("annotations", texts(alert.annotations()));
        return json;
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    private static ObjectNode texts(Map<String, String> texts) {
        var json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(texts).forEach(json::put);
        return json;
    }
}

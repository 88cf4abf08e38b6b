package dev.handrail.intake.translate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prometheus Alertmanager's webhook, payload versions 3 and 4; also what Prometheus itself posts (a list of alerts), and one
 * alert alone. Written in Java, because most alerts come this way and it must be fast.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Alertmanager: webhook_config</a>
 */
public final class Alertmanager implements Translation {
    public static final String SOURCE = "alertmanager";
    public static final String DOCS = "https://prometheus.io/docs/alerting/latest/configuration/#webhook_config";

    private static final int FINGERPRINT_LIMIT = 64;

    @Override
    public Translated translate(Sent sent) {
        var body = sent.body();
        if (body.path("labels").isObject() && !body.has("alerts")) {
            return alone(body, sent.receivedAt());
        }
        var list = body.isArray() ? body : body.path("alerts");
        if (!list.isArray()) {
            var wanted = "a list of alerts, as Alertmanager's webhook sends it";
            return Translated.problem(found("alerts", list, wanted));
        }
        var alerts = new ArrayList<Alert>(list.size());
        var problems = new ArrayList<String>();
        for (var i = 0; i < list.size(); i++) {
            try {
                alerts.add(alert(body, list.get(i), sent.receivedAt()));
            } catch (UntranslatableException e) {
                problems.add("alerts[%d]%s".formatted(i, e.getMessage()));
            }
        }
        if (body.path("truncatedAlerts").asLong() > 0) {
            problems.add("truncatedAlerts: Alertmanager left out %d alerts; raise or remove max_alerts of the receiver"
                    .formatted(body.path("truncatedAlerts").asLong()));
        }
        return Translated.of(alerts, problems);
    }

    private static Translated alone(JsonNode body, Instant receivedAt) {
        try {
            return Translated.of(List.of(alert(body, body, receivedAt)), List.of());
        } catch (UntranslatableException e) {
            return Translated.problem(e.message().substring(1));
        }
    }

    private static Alert alert(JsonNode body, JsonNode alert, Instant receivedAt) throws UntranslatableException {
        if (!alert.isObject()) {
            throw new UntranslatableException(found("", alert, "an object"));
        }
        var labels = texts(alert, "labels");
        var annotations = texts(alert, "annotations");
        annotations.keySet().remove(Alert.UNMATCHED_ANNOTATION);
        var link = alert.path("generatorURL").asText("");
        if (!link.isBlank()) {
            annotations.put(Alert.LINK_ANNOTATION, Wording.label(link));
        }
        var endsAt = instant(alert, "endsAt");
        var status = status(body, alert, endsAt.isPresent() && !endsAt.get().isAfter(receivedAt));
        return new Alert(
                SOURCE,
                groupKey(body, labels),
                fingerprint(alert, labels),
                status,
                labels,
                annotations,
                instant(alert, "startsAt").orElse(receivedAt),
                status == Alert.Status.RESOLVED ? endsAt : Optional.empty());
    }

    /** @param isOver what Prometheus itself goes by: it sends no status */
    private static Alert.Status status(JsonNode body, JsonNode alert, boolean isOver) throws UntranslatableException {
        var word = alert.path("status").asText(body.path("status").asText(isOver ? "resolved" : "firing"));
        return switch (word) {
            case "firing" -> Alert.Status.FIRING;
            case "resolved" -> Alert.Status.RESOLVED;
            default ->
                throw new UntranslatableException(
                        ".status: found '%s', wanted firing or resolved".formatted(abbreviated(word)));
        };
    }

    private static String groupKey(JsonNode body, Map<String, String> labels) {
        var sent = body.path("groupKey").asText("");
        return sent.isBlank() ? labels.getOrDefault(Alert.NAME_LABEL, "") : Wording.label(sent);
    }

    private static Fingerprint fingerprint(JsonNode alert, Map<String, String> labels) {
        var sent = Text.storable(alert.path("fingerprint").asText("")).strip();
        if (sent.isEmpty()) {
            return Fingerprint.of(labels);
        }
        return new Fingerprint(sent.length() <= FINGERPRINT_LIMIT ? sent : Sha256.of(sent));
    }

    private static Map<String, String> texts(JsonNode alert, String name) throws UntranslatableException {
        var sent = alert.path(name);
        if (!sent.isObject() && !(sent.isMissingNode() || sent.isNull())) {
            throw new UntranslatableException(found("." + name, sent, "an object of text"));
        }
        if (name.equals("labels") && sent.isEmpty()) {
            throw new UntranslatableException(found(".labels", sent, "at least one label, as they identify the alert"));
        }
        var isLabels = name.equals("labels");
        var texts = new LinkedHashMap<String, String>();
        sent.properties().forEach(field -> {
            var value = field.getValue().isValueNode()
                    ? field.getValue().asText("")
                    : field.getValue().toString();
            texts.put(Wording.label(field.getKey()), isLabels ? Wording.label(value) : Wording.annotation(value));
        });
        return texts;
    }

    private static Optional<Instant> instant(JsonNode alert, String name) throws UntranslatableException {
        try {
            return Times.parse(alert.path(name).asText(""));
        } catch (UntranslatableException e) {
            throw new UntranslatableException(".%s: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static String found(String path, JsonNode node, String wanted) {
        var what = node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
        return "%s: found %s, wanted %s".formatted(path, what, wanted);
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}

package dev.handrail.intake.translate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prometheus Alertmanager's webhook, payload version 4.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Alertmanager: webhook_config</a>
 */
public final class Alertmanager implements Translation {
    public static final String SOURCE = "alertmanager";

    private static final int FINGERPRINT_LIMIT = 64;

    /** Times outside are a sender's mistake, and some are more than a database can hold. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    @Override
    public Translated translate(Sent sent) {
        var body = sent.body();
        var alerts = new ArrayList<Alert>();
        var problems = new ArrayList<String>();
        var list = body.path("alerts");
        if (!list.isArray()) {
            var wanted = "a list of alerts, as Alertmanager's webhook sends it";
            return Translated.problem(found("alerts", list, wanted));
        }
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

    private static Alert alert(JsonNode body, JsonNode alert, Instant receivedAt) throws UntranslatableException {
        if (!alert.isObject()) {
            throw new UntranslatableException(found("", alert, "an object"));
        }
        var labels = texts(alert, "labels");
        var annotations = texts(alert, "annotations");
        var link = alert.path("generatorURL").asText("");
        if (!link.isBlank()) {
            annotations.put(Alert.LINK_ANNOTATION, Text.storable(link));
        }
        var endsAt = instant(alert, "endsAt");
        var status = status(body, alert);
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

    private static Alert.Status status(JsonNode body, JsonNode alert) throws UntranslatableException {
        var word = alert.path("status").asText(body.path("status").asText("firing"));
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
        return sent.isBlank() ? labels.getOrDefault(Alert.NAME_LABEL, "") : Text.storable(sent);
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
        var texts = new LinkedHashMap<String, String>();
        sent.properties()
                .forEach(field -> texts.put(
                        Text.storable(field.getKey()),
                        Text.storable(
                                field.getValue().isValueNode()
                                        ? field.getValue().asText("")
                                        : field.getValue().toString())));
        return texts;
    }

    /** Alertmanager sends year 1 for "not yet". */
    private static Optional<Instant> instant(JsonNode alert, String name) throws UntranslatableException {
        var sent = alert.path(name).asText("");
        if (sent.isBlank() || sent.startsWith("0001-")) {
            return Optional.empty();
        }
        var wanted = ".%s: found '%s', wanted a time like 2026-11-21T02:14:05Z".formatted(name, abbreviated(sent));
        try {
            var at = OffsetDateTime.parse(sent).toInstant();
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw new UntranslatableException(wanted);
            }
            return Optional.of(at);
        } catch (DateTimeParseException e) {
            throw new UntranslatableException(wanted, e);
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

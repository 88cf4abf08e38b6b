package dev.handrail.cli.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An alert as authors write it for a test: {@code alertname}, {@code labels}, {@code annotations}, and the usual annotations beside
 * them, because rule files and their exports often have them so.
 */
final class AlertJson {
    private static final List<String> ANNOTATIONS = List.of("summary", "description", "message", "runbook_url");
    private static final String EXPECTED = "expected_runbook";

    private AlertJson() {}

    /** Throws {@link IllegalArgumentException} saying what is wrong with it. */
    static Question question(int line, JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(kind(json));
        }
        var labels = texts(json, "labels");
        text(json, Alert.NAME_LABEL).ifPresent(name -> labels.put(Alert.NAME_LABEL, name));
        var annotations = texts(json, "annotations");
        for (var key : ANNOTATIONS) {
            text(json, key).ifPresent(value -> annotations.putIfAbsent(key, value));
        }
        if (labels.isEmpty() && annotations.isEmpty()) {
            throw new IllegalArgumentException("neither a name nor labels nor annotations");
        }
        return new Question(line, alert(labels, annotations), expected(json));
    }

    static Alert alert(Map<String, String> labels, Map<String, String> annotations) {
        return new Alert(
                "match",
                "match",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                annotations,
                Instant.EPOCH,
                Optional.empty());
    }

    private static Expected expected(JsonNode json) {
        if (!json.has(EXPECTED)) {
            return new Expected.Anything();
        }
        return text(json, EXPECTED).<Expected>map(Expected.Runbook::new).orElseGet(Expected.NoRunbook::new);
    }

    private static Map<String, String> texts(JsonNode json, String key) {
        var texts = new HashMap<String, String>();
        var found = json.path(key);
        if (!found.isObject() && !found.isMissingNode() && !found.isNull()) {
            throw new IllegalArgumentException("\"%s\" is %s, wanted an object of text".formatted(key, kind(found)));
        }
        found.properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return texts;
    }

    private static Optional<String> text(JsonNode json, String key) {
        var found = json.path(key);
        if (found.isContainerNode()) {
            throw new IllegalArgumentException("\"%s\" is %s, wanted text".formatted(key, kind(found)));
        }
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(text(found));
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText("");
    }

    private static String kind(JsonNode json) {
        var name = json.getNodeType().name().toLowerCase(Locale.ROOT);
        return (name.matches("[aeiou].*") ? "an " : "a ") + name;
    }
}

package dev.handrail.lint.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads recorded alerts: a JSON object a line, with {@code alertname}, {@code labels} and {@code annotations}. */
public final class RecordedAlerts {
    private static final List<String> KNOWN_ANNOTATIONS = List.of("summary", "description", "runbook_url");

    private RecordedAlerts() {}

    /** Throws {@link IllegalArgumentException} naming the first line that is no alert. */
    public static List<RecordedAlert> read(List<String> lines) {
        var alerts = new ArrayList<RecordedAlert>();
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank()) {
                alerts.add(alert(line, number));
            }
        }
        return alerts;
    }

    private static RecordedAlert alert(String line, int number) {
        try {
            var tree = Json.tree(line);
            if (!tree.isObject()) {
                throw new IllegalArgumentException("not an object");
            }
            var labels = texts(tree.path("labels"));
            put(tree, "alertname", Alert.NAME_LABEL, labels);
            var annotations = texts(tree.path("annotations"));
            KNOWN_ANNOTATIONS.forEach(key -> put(tree, key, key, annotations));
            return new RecordedAlert(labels, annotations);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line " + number + " is no alert (" + e.getMessage()
                            + "); wanted one JSON object a line: {\"alertname\": ..., \"labels\": {...}, \"annotations\": {...}}",
                    e);
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new HashMap<String, String>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static void put(JsonNode tree, String field, String name, Map<String, String> into) {
        if (tree.hasNonNull(field)) {
            into.putIfAbsent(name, tree.path(field).asText());
        }
    }
}

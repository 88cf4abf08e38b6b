package dev.handrail.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What somebody asks for who wants a drill.
 *
 * @param runbook its id or its path
 * @param labels of the made-up alert
 */
record DrillWish(String runbook, Map<String, String> labels) {
    private static final Set<String> KEYS = Set.of("runbook", "labels");
    private static final int LABELS = 50;
    private static final int LONGEST = 1000;

    /** Throws {@link IllegalArgumentException} that says what was found and what is wanted. */
    static DrillWish read(byte[] body) {
        var sent = Json.tree(body);
        if (!sent.isObject()) {
            throw new IllegalArgumentException("found %s, wanted a JSON object with \"runbook\""
                    .formatted(sent.getNodeType().name().toLowerCase(Locale.ROOT)));
        }
        sent.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        "found the key '%s', wanted only \"runbook\" and \"labels\"".formatted(key));
            }
        });
        var runbook = sent.path("runbook");
        if (!runbook.isTextual() || runbook.asText().isBlank()) {
            throw new IllegalArgumentException("found no \"runbook\", wanted the id or the path of one, as text");
        }
        return new DrillWish(runbook.asText(), labels(sent.path("labels")));
    }

    private static Map<String, String> labels(JsonNode sent) {
        var labels = new TreeMap<String, String>();
        if (!sent.isMissingNode() && !sent.isObject()) {
            throw new IllegalArgumentException("found \"labels\" that are no object, wanted {\"name\": \"value\"}");
        }
        sent.properties().forEach(label -> {
            var value = label.getValue();
            if (label.getKey().isBlank() || !value.isTextual() || value.asText().length() > LONGEST) {
                throw new IllegalArgumentException(
                        "found the label '%s' with %s, wanted a name and a text of at most %d characters"
                                .formatted(label.getKey(), value.getNodeType(), LONGEST));
            }
            labels.put(Text.storable(label.getKey()), Text.storable(value.asText()));
        });
        if (labels.size() > LABELS) {
            throw new IllegalArgumentException("found %d labels, wanted at most %d".formatted(labels.size(), LABELS));
        }
        return labels;
    }
}

package dev.handrail.simulator.block;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Measures texts as Slack does. */
public final class Texts {
    private static final Set<String> SHOWN = Set.of("text", "alt_text", "fallback");

    private Texts() {}

    /** Returns how many characters all readable texts below a node have together. */
    public static int length(JsonNode node) {
        if (node.isArray()) {
            var sum = 0;
            for (var item : node) {
                sum += length(item);
            }
            return sum;
        }
        return node.properties().stream()
                .mapToInt(field -> field.getValue().isTextual()
                        ? SHOWN.contains(field.getKey())
                                ? field.getValue().asText().length()
                                : 0
                        : length(field.getValue()))
                .sum();
    }

    /** Returns the length in bytes of UTF-8 once {@code & < >} are escaped; what is escaped already is not escaped again. */
    public static int escapedBytes(String text) {
        return text.replaceAll("&(?!(amp|lt|gt);)", "&amp;")
                .replaceAll("<(?![@#!]|https?:|mailto:)", "&lt;")
                .getBytes(StandardCharsets.UTF_8)
                .length;
    }
}

package dev.handrail.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** What a caller asked for, whether it came in the query, as a form or as JSON. Empty texts count as absent. */
public record Arguments(ObjectNode values) {
    /**
     * Reads a request's arguments.
     *
     * @throws IllegalArgumentException if the body says it is JSON and is not a JSON object
     */
    public static Arguments of(Request request) {
        var values = JsonNodeFactory.instance.objectNode();
        putForm(values, request.query());
        if (request.isJson()) {
            putJson(values, request.body());
        } else {
            putForm(values, request.body());
        }
        return new Arguments(values);
    }

    private static void putJson(ObjectNode values, String body) {
        if (body.isBlank()) {
            return;
        }
        if (Json.tree(body) instanceof ObjectNode object) {
            values.setAll(object);
        } else {
            throw new IllegalArgumentException("the body is JSON, but not an object");
        }
    }

    private static void putForm(ObjectNode values, String form) {
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public Optional<String> text(String name) {
        var value = values.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    public boolean flag(String name) {
        return text(name).map(text -> text.equals("true") || text.equals("1")).orElse(false);
    }

    public OptionalInt number(String name) {
        return text(name).filter(text -> text.matches("\\d{1,9}")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    /**
     * Returns a structured argument: JSON in a JSON body, or JSON in a text as forms carry it.
     *
     * @throws IllegalArgumentException if it is a text that is not JSON
     */
    public Optional<JsonNode> tree(String name) {
        var value = values.path(name);
        if (value.isTextual()) {
            return text(name).map(Json::tree);
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }
}

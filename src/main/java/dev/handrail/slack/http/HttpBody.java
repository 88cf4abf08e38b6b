package dev.handrail.slack.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What is in the body of a request, named as the envelopes of sockets name it: a form with a payload, a form of a slash command,
 * or the JSON of an event.
 */
record HttpBody(String type, JsonNode payload) {
    /** @throws IllegalArgumentException if it is none of them */
    static HttpBody read(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            return new HttpBody("events_api", Json.tree(body));
        }
        var fields = fields(text);
        if (fields.has("payload")) {
            return new HttpBody("interactive", Json.tree(fields.path("payload").asText()));
        }
        if (fields.has("command")) {
            return new HttpBody("slash_commands", fields);
        }
        throw new IllegalArgumentException(
                "found a body of %d bytes, wanted JSON, or a form with payload or command".formatted(body.length));
    }

    private static ObjectNode fields(String form) {
        var fields = JsonNodeFactory.instance.objectNode();
        for (var field : form.split("&")) {
            var equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

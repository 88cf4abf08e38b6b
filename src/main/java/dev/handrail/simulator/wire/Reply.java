package dev.handrail.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What comes of a request: an answer, or a connection that breaks without one. */
public sealed interface Reply {
    /** An HTTP answer. */
    record Answer(int status, String contentType, Map<String, String> headers, String body) implements Reply {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** The connection breaks: whether the request took effect, the sender cannot know. */
    record Cut() implements Reply {}

    static Answer json(JsonNode body) {
        return json(200, body);
    }

    static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json; charset=utf-8", Map.of(), body.toString());
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", Map.of(), body);
    }
}

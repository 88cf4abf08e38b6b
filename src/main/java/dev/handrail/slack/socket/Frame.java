package dev.handrail.slack.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;

/**
 * One message that Slack sends over a socket.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Slack: using Socket Mode</a>
 */
sealed interface Frame {
    /**
     * The socket is ready.
     *
     * @param connections how many the app has, this one among them, whoever opened them
     */
    record Hello(int connections) implements Frame {}

    /** The socket will be closed soon, and another one is to be opened first. */
    record Leaving(String reason) implements Frame {}

    /** Somebody has switched Socket Mode off: there will be no other socket. */
    record LinkDisabled() implements Frame {}

    /**
     * Something to be acknowledged.
     *
     * @param takesAnswer whether the acknowledgement may say more than "yes"
     */
    record Envelope(String id, String type, JsonNode payload, boolean takesAnswer) implements Frame {}

    /** Nothing that Handrail knows; not an error, because Slack adds things. */
    record Unknown(String what) implements Frame {}

    /** Never throws: what cannot be read is unknown. */
    static Frame read(String text) {
        try {
            return read(Json.tree(text));
        } catch (IllegalArgumentException e) {
            return new Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static Frame read(JsonNode message) {
        var type = message.path("type").asText();
        if (type.equals("hello")) {
            return new Hello(message.path("num_connections").asInt());
        }
        if (type.equals("disconnect")) {
            var reason = message.path("reason").asText();
            return reason.equals("link_disabled") ? new LinkDisabled() : new Leaving(reason);
        }
        var id = message.path("envelope_id").asText();
        return id.isEmpty()
                ? new Unknown(type)
                : new Envelope(
                        id,
                        type,
                        message.path("payload"),
                        message.path("accepts_response_payload").asBoolean());
    }
}

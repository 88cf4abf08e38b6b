package dev.handrail.intake.translate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * One delivery by a sender, whose right to send has been checked and whose secrets are out.
 *
 * @param body any JSON; plain text is a JSON string
 * @param headers those that senders put meaning into, by name in lower case
 * @param receivedAt stands in for the start of an alert that names none
 */
public record Sent(JsonNode body, Map<String, String> headers, Instant receivedAt) {
    public Sent {
        headers = Map.copyOf(headers);
    }

    public static Sent of(JsonNode body, Instant receivedAt) {
        return new Sent(body, Map.of(), receivedAt);
    }
}

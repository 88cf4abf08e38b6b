package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing to send to the bot.
 *
 * @param type what it is, in more detail: {@code block_actions}, for instance
 * @param retries what is said about how often it was sent before; empty the first time
 * @param at when it happened, which is the time that is signed
 */
public record Parcel(Kind kind, String type, ObjectNode payload, Map<String, String> retries, Instant at) {
    public Parcel {
        retries = Map.copyOf(retries);
    }

    /** How it is wrapped. */
    public enum Kind {
        INTERACTION("interactive"),
        COMMAND("slash_commands"),
        EVENT("events_api");

        private final String envelope;

        Kind(String envelope) {
            this.envelope = envelope;
        }

        /** Returns what envelopes call it. */
        public String envelope() {
            return envelope;
        }
    }

    String contentType() {
        return switch (kind) {
            case INTERACTION, COMMAND -> "application/x-www-form-urlencoded";
            case EVENT -> "application/json";
        };
    }

    /** Returns it as the body of a request. */
    String body() {
        return switch (kind) {
            case INTERACTION -> field("payload", payload.toString());
            case COMMAND ->
                payload.properties().stream()
                        .map(field -> field(field.getKey(), field.getValue().asText()))
                        .collect(Collectors.joining("&"));
            case EVENT -> payload.toString();
        };
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

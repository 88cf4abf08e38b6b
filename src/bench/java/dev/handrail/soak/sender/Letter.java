package dev.handrail.soak.sender;

import java.util.Map;

/**
 * A delivery as it goes over the wire, byte for byte the same however often it is sent.
 *
 * @param alerts how many are in it; 0 for one that nobody can translate
 */
public record Letter(String source, Map<String, String> headers, String body, int alerts) {
    public Letter {
        headers = Map.copyOf(headers);
    }
}

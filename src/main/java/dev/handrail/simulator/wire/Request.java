package dev.handrail.simulator.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param path without the query
 * @param query the raw query string; empty if there is none
 * @param headers by name in lower case
 */
public record Request(String method, String path, String query, Map<String, String> headers, String body) {
    public Request {
        var lower = new HashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean isJson() {
        return header("content-type").orElse("").startsWith("application/json");
    }
}

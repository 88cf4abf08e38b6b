package dev.handrail.intake.proof;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls as tests make them. */
public final class Calls {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Calls() {}

    /** @param headers {@code ?name} is a parameter of the address */
    public static Call of(String body, Map<String, String> headers) {
        return of(body, headers, NOON);
    }

    public static Call of(String body, Map<String, String> headers, Instant at) {
        var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        names.putAll(headers);
        var outside = new Call.Outside() {
            @Override
            public Optional<String> header(String name) {
                return Optional.ofNullable(names.get(name));
            }

            @Override
            public Optional<String> parameter(String name) {
                return Optional.ofNullable(names.get("?" + name));
            }
        };
        return new Call(outside, body.getBytes(StandardCharsets.UTF_8), InetAddress.ofLiteral("192.0.2.7"), at);
    }
}

package dev.handrail.intake;

import dev.handrail.intake.proof.Call;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headers and parameters of a request, as the door asks for them. */
record Headers(HttpRequest<?> request) implements Call.Outside {
    /** What tells nothing of the alert, or what nobody else should have. */
    private static final List<String> LEFT_OUT = List.of(
            "signature",
            "hmac",
            "token",
            "secret",
            "key",
            "auth",
            "cookie",
            "forwarded",
            "real-ip",
            "uri",
            "url",
            "jwt",
            "oidc",
            "assertion",
            "pass",
            "cred",
            "session");

    /** A header that stands there several times is one, in that order: the last line is the nearest proxy's. */
    @Override
    public Optional<String> header(String name) {
        var lines = request.getHeaders().getAll(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    @Override
    public Optional<String> parameter(String name) {
        return request.getParameters().getFirst(name);
    }

    /** Returns those that senders put meaning into, by name in lower case: {@code x-shopify-topic}. */
    static Map<String, String> meaningful(HttpHeaders headers) {
        var meaningful = new HashMap<String, String>();
        for (var name : headers.names()) {
            if (mayMean(name)) {
                var lower = name.toLowerCase(Locale.ROOT);
                var value = headers.get(name);
                if (value != null && LEFT_OUT.stream().noneMatch(lower::contains)) {
                    meaningful.put(lower, value);
                }
            }
        }
        return meaningful;
    }

    private static boolean mayMean(String name) {
        return name.regionMatches(true, 0, "x-", 0, 2) || name.regionMatches(true, 0, "sentry-", 0, 7);
    }
}

package dev.handrail.page.send;

import dev.handrail.platform.HmacSha256;
import dev.handrail.platform.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Posts letters as JSON. {@code Idempotency-Key} is equal in every try of one letter; {@code X-Handrail-Signature} is
 * {@code v1=} and the HMAC-SHA256 of the timestamp, a point and the body.
 */
public final class Webhooks {
    private final HttpPost http;
    private final InstantSource clock;

    public Webhooks(HttpPost http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** @param secret what requests are signed with; empty for requests without a signature */
    public Result send(Letter letter, String url, Optional<String> secret) {
        var address = address(url);
        if (address.isEmpty()) {
            return new Result.Refused("what its variable holds is no http or https address");
        }
        var body = Json.write(body(letter));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Idempotency-Key", letter.key());
        secret.ifPresent(key -> {
            var time = Long.toString(clock.instant().getEpochSecond());
            headers.put("X-Handrail-Timestamp", time);
            headers.put(
                    "X-Handrail-Signature",
                    "v1="
                            + HmacSha256.hex(
                                    key.getBytes(StandardCharsets.UTF_8),
                                    (time + "." + body).getBytes(StandardCharsets.UTF_8)));
        });
        return http.post("the webhook", address.get(), body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Map<String, Object> body(Letter letter) {
        var body = new LinkedHashMap<String, Object>();
        body.put("event", letter.kind().word());
        body.put("id", letter.key());
        body.put("whom", letter.whom());
        body.put("why", letter.why());
        if (letter.about().incident() != 0) {
            body.put("incident", incident(letter.about()));
        }
        return body;
    }

    private static Map<String, Object> incident(Letter.About about) {
        var incident = new LinkedHashMap<String, Object>();
        incident.put("id", about.incident());
        incident.put("title", about.title());
        incident.put("severity", about.severity().name().toLowerCase(Locale.ROOT));
        incident.put("owner", about.owner());
        incident.put("flow", about.flow());
        incident.put("opened_at", about.openedAt().toString());
        incident.put("url", about.link());
        incident.put("walk_url", about.walk());
        return incident;
    }

    private static Optional<URI> address(String url) {
        try {
            return Optional.of(URI.create(url.strip()))
                    .filter(uri -> uri.getHost() != null)
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

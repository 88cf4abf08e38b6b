package dev.handrail.page.send;

import dev.handrail.platform.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts letters as JSON. {@code Idempotency-Key} is equal in every try of one letter; {@code X-Handrail-Signature} is
 * {@code v1=} and the HMAC-SHA256 of the timestamp, a point and the body.
 */
public final class Webhooks {
    private static final String ALGORITHM = "HmacSHA256";

    private final HttpPost http;
    private final InstantSource clock;

    public Webhooks(HttpPost http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** @param secret what requests are signed with; empty for requests without a signature */
    public Outcome send(Letter letter, String url, Optional<String> secret) {
        var address = address(url);
        if (address.isEmpty()) {
            return new Outcome.Refused("what its variable holds is no http or https address");
        }
        var body = Json.write(body(letter));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Idempotency-Key", letter.key());
        secret.ifPresent(key -> {
            var time = Long.toString(clock.instant().getEpochSecond());
            headers.put("X-Handrail-Timestamp", time);
            headers.put("X-Handrail-Signature", "v1=" + signature(key, time + "." + body));
        });
        return http.post("the webhook", address.get(), body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Map<String, Object> body(Letter letter) {
        var about = letter.about();
        var incident = new LinkedHashMap<String, Object>();
        incident.put("id", about.incident());
        incident.put("title", about.title());
        incident.put("severity", about.severity().name().toLowerCase(Locale.ROOT));
        incident.put("owner", about.owner());
        incident.put("flow", about.flow());
        incident.put("opened_at", about.openedAt().toString());
        incident.put("url", about.link());
        var body = new LinkedHashMap<String, Object>();
        body.put("event", letter.kind().word());
        body.put("id", letter.key());
        body.put("whom", letter.whom());
        body.put("why", letter.why());
        body.put("incident", incident);
        return body;
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

    private static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute " + ALGORITHM + " on this Java runtime", e);
        }
    }
}

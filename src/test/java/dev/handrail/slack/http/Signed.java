package dev.handrail.slack.http;

import dev.handrail.slack.HandrailFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends requests as Slack does, and such as Slack never would. */
public record Signed(HandrailFixture handrail) {
    public HttpResponse<String> interaction(String payload) {
        return post("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8), HandrailFixture.SECRET);
    }

    public HttpResponse<String> post(String body, String secret) {
        return post(body, secret, Instant.now());
    }

    public HttpResponse<String> post(String body, String secret, Instant at) {
        var timestamp = at.getEpochSecond();
        var type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        var request = HttpRequest.newBuilder(handrail.url().resolve("/v1/slack"))
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
                .header("X-Slack-Signature", signature(secret, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String signature(String secret, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v0="
                    + HexFormat.of()
                            .formatHex(mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

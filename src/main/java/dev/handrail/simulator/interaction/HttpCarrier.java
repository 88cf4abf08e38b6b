package dev.handrail.simulator.interaction;

import dev.handrail.platform.HmacSha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The way to a bot that listens: everything is signed. */
public final class HttpCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http;
    private final URI url;
    private final String signingSecret;

    /** @param signingSecret what the bot and Slack share */
    public HttpCarrier(URI url, String signingSecret) {
        this.url = url;
        this.signingSecret = signingSecret;
        http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    @Override
    public Delivery carry(Parcel parcel) {
        var started = System.nanoTime();
        try {
            var answer = http.send(request(parcel), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return Delivery.answered(answer.statusCode(), millisSince(started), answer.body());
        } catch (HttpTimeoutException e) {
            return Delivery.unanswered(millisSince(started), "did not answer in time");
        } catch (IOException e) {
            return Delivery.unanswered(millisSince(started), "could not be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.unanswered(millisSince(started), "was not asked, because the local Slack is stopping");
        }
    }

    private HttpRequest request(Parcel parcel) {
        var seconds = parcel.at().getEpochSecond();
        var body = parcel.body();
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", parcel.contentType())
                .header("User-Agent", "Slackbot 1.0 (local)")
                .header("X-Slack-Request-Timestamp", Long.toString(seconds))
                .header("X-Slack-Signature", signature(signingSecret, seconds, body));
        parcel.retries().forEach(request::header);
        return request.POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    /**
     * Returns Slack's signature over what it sends: the value of {@code X-Slack-Signature}.
     *
     * @param timestamp in whole seconds
     * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack: verifying requests</a>
     */
    static String signature(String secret, long timestamp, String body) {
        var signed = "v0:" + timestamp + ":" + body;
        return "v0=" + HmacSha256.hex(secret.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8));
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}

package dev.handrail.page.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts JSON. Follows no redirect: what is sent may be secret. */
public final class HttpPost {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int TOO_EARLY = 408;
    private static final int TOO_MANY = 429;
    private static final int EXCERPT = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param name of the other side, for people: its address may be a secret */
    Result post(String name, URI url, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return outcome(name, answer);
        } catch (IOException e) {
            return new Result.Later("%s: %s"
                    .formatted(
                            name,
                            Optional.ofNullable(e.getMessage())
                                    .orElseGet(() -> e.getClass().getSimpleName())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result.Later(name + ": we are stopping");
        }
    }

    private static Result outcome(String name, HttpResponse<String> answer) {
        var status = answer.statusCode();
        var body = answer.body().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        var said = "%s answered %d %s"
                .formatted(name, status, body.substring(0, Math.min(body.length(), EXCERPT)))
                .strip();
        if (status / 100 == 2) {
            return new Result.Sent(said);
        }
        return status / 100 == 5 || status == TOO_EARLY || status == TOO_MANY
                ? new Result.Later(said)
                : new Result.Refused(said);
    }
}

package dev.handrail.intake.sns;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Over HTTPS, which proves whose the answer is; follows nothing anywhere else. */
@Singleton
final class HttpsFetch implements SnsFetch {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public byte[] read(URI address) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(MOST + 1);
                if (answer.statusCode() != 200 || bytes.length > MOST) {
                    throw new IOException("%s answers with status %d and %s bytes; wanted 200 and at most %d"
                            .formatted(address.getHost(), answer.statusCode(), bytes.length, MOST));
                }
                return bytes;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + address.getHost());
        }
    }
}

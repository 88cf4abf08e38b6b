package dev.handrail.page.watch;

import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls an address outside again and again while all is well. Whoever waits there hears nothing when Handrail is not well, when
 * it hangs, and when it is gone. Each replica speaks for itself.
 */
@Singleton
final class Heartbeat implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Vitals vitals;
    private final Optional<URI> url;
    private final Rounds rounds;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String said = "";

    Heartbeat(Vitals vitals, HeartbeatSettings settings) {
        this.vitals = vitals;
        this.url = settings.url();
        this.rounds = new Rounds("heartbeat", settings.every(), this::turn);
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    @Override
    public boolean isNeeded() {
        return url.isPresent();
    }

    @PreDestroy
    void stop() {
        client.shutdownNow();
    }

    private void turn() {
        var wrong = vitals.ailment()
                .map(why -> "the heartbeat is held back: " + why)
                .or(() -> url.flatMap(this::call));
        wrong.ifPresentOrElse(this::wrong, this::right);
    }

    /** Returns what is wrong. The path of the address may be a secret, so it is not named. */
    private Optional<String> call(URI address) {
        var host = address.getHost();
        try {
            var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
            var status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2
                    ? Optional.empty()
                    : Optional.of("the heartbeat is not taken: %s answers %d".formatted(host, status));
        } catch (IOException e) {
            return Optional.of("the heartbeat does not reach %s: %s".formatted(host, e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void wrong(String why) {
        if (!why.equals(said)) {
            LOG.error("{}", why);
        }
        said = why;
    }

    private void right() {
        if (!said.isEmpty()) {
            LOG.info("the heartbeat goes on");
        }
        said = "";
    }
}

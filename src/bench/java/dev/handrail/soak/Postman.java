package dev.handrail.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.soak.sender.Letter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Sends as real senders do: what was not answered with 2xx is sent again later, and each time later. */
final class Postman {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long SHORTEST_PAUSE = 300;
    private static final long LONGEST_PAUSE = 5_000;

    private final URI alerts;
    private final Tallies tallies;
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Postman(int port, Tallies tallies) {
        this.alerts = URI.create("http://127.0.0.1:%d/v1/alerts/".formatted(port));
        this.tallies = tallies;
    }

    /** Sends until it is taken. Returns how often it was sent. */
    int deliver(Letter letter) throws InterruptedException {
        for (var tries = 1; ; tries++) {
            if (isTaken(letter)) {
                return tries;
            }
            var pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(tries, 10));
            Thread.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause));
        }
    }

    private boolean isTaken(Letter letter) throws InterruptedException {
        var request = HttpRequest.newBuilder(alerts.resolve(letter.source()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Plan.ALERT_TOKEN)
                .POST(BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::header);
        var began = System.nanoTime();
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                tallies.taken(began);
                check(letter, answer);
                return true;
            }
            tallies.notTaken("status " + answer.statusCode());
            checkRefusal(letter, answer);
        } catch (IOException e) {
            tallies.notTaken(e.getClass().getSimpleName());
        }
        return false;
    }

    /** What Handrail says it made of a delivery must be what was meant: otherwise it is the sender here that is wrong. */
    private void check(Letter letter, HttpResponse<String> answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")) {
            return;
        }
        var body = Json.tree(answer.body());
        var stored = body.path("stored");
        tallies.answered(stored.isObject());
        if (!body.has("alerts")) {
            return; // a sender whose client wants an answer of its own
        }
        var understood = stored.isObject() ? stored.path("alerts").asInt() : size(body, "alerts");
        if (understood != letter.alerts() || size(body, "ignored") > 0 || isMistaken(letter, body)) {
            tallies.wrong("%s answered %s to %s".formatted(letter.source(), answer.body(), letter.body()));
        }
    }

    private static boolean isMistaken(Letter letter, JsonNode answer) {
        return letter.alerts() > 0 == size(answer, "quarantined") > 0;
    }

    private static int size(JsonNode answer, String name) {
        return answer.path(name).size();
    }

    private void checkRefusal(Letter letter, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status / 100 == 4 && status != 429) {
            tallies.wrong("%s answered %d %s to %s".formatted(letter.source(), status, answer.body(), letter.body()));
        }
    }

    /** Returns the status of an answer to whoever only looks; 0 where nobody answers. */
    int look(String path) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(alerts.resolve(path)).timeout(PATIENCE).GET();
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }
}

package dev.handrail.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.slack.GoldenPayloads.Kind;
import dev.handrail.slack.GoldenPayloads.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Slack's own check of a payload, which needs no token.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/blocks.validate">Slack: blocks.validate</a>
 */
final class BlocksValidate {
    private static final int TRIES = 5;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI method;

    /** @param api the Web API's address, ending with a slash */
    BlocksValidate(URI api) {
        method = api.resolve("blocks.validate");
    }

    /** Returns what Slack says against a payload: each with its json-pointer; empty if Slack takes it. */
    List<String> problems(Payload payload) throws IOException, InterruptedException {
        var answer = asked(payload);
        if (answer.path("ok").asBoolean() && answer.path("errors").isEmpty()) {
            return List.of();
        }
        var problems = new ArrayList<String>();
        answer.path("errors")
                .forEach(error -> problems.add("%s: %s %s %s"
                        .formatted(
                                payload.name(),
                                error.path("pointer").asText(),
                                error.path("code").asText(),
                                error.path("message").asText())));
        return problems.isEmpty() ? List.of(payload.name() + ": " + answer) : problems;
    }

    /** Waits as long as Slack says when it has been asked too often. */
    private JsonNode asked(Payload payload) throws IOException, InterruptedException {
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            var answer = http.send(request(payload), BodyHandlers.ofString());
            switch (answer.statusCode()) {
                case 200 -> {
                    return Json.tree(answer.body());
                }
                case 429 -> Thread.sleep(Duration.ofSeconds(seconds(answer)));
                default -> throw new IOException(method + " answered " + answer.statusCode() + " " + answer.body());
            }
        }
        throw new IOException(method + " answered 429 " + TRIES + " times");
    }

    private static long seconds(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElse(30);
    }

    private HttpRequest request(Payload payload) {
        var field = payload.kind() == Kind.MESSAGE ? "message" : "view";
        var form = field + "=" + URLEncoder.encode(payload.json().toString(), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(method)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }
}

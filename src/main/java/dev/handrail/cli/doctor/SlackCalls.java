package dev.handrail.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.slack.Secret;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Slack's Web API, asked once each: what it says, and in which headers. */
final class SlackCalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI api;
    private final HttpClient http;
    private final InstantSource clock;

    SlackCalls(URI api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
        var builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
        var host = String.valueOf(api.getHost());
        var isLocal = host.equals("localhost") || host.startsWith("127.");
        this.http = isLocal ? builder.proxy(HttpClient.Builder.NO_PROXY).build() : builder.build();
    }

    /**
     * An answer.
     *
     * @param error Slack's word, or why there is no answer; empty where it is ok
     * @param askedAt when it was asked, by our clock
     */
    record Answer(JsonNode body, Map<String, String> headers, String error, Instant askedAt) {
        Answer {
            headers = Map.copyOf(headers);
        }

        boolean isOk() {
            return error.isEmpty();
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    Answer ask(Secret token, String method, Map<String, String> arguments) {
        var now = clock.instant();
        var form = arguments.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(api.resolve(method))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return answer(http.send(request, BodyHandlers.ofString()), now);
        } catch (IOException e) {
            return none(
                    "no answer from " + api.getAuthority() + " (" + e.getClass().getSimpleName() + ")", now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none("stopped before Slack answered", now);
        }
    }

    private static Answer answer(HttpResponse<String> response, Instant askedAt) {
        var headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(",", header.getValue()),
                        (one, _) -> one));
        try {
            var body = Json.tree(response.body());
            var error = body.path("ok").asBoolean() ? "" : body.path("error").asText("HTTP " + response.statusCode());
            return new Answer(body, headers, error, askedAt);
        } catch (IllegalArgumentException _) {
            return new Answer(Json.tree("{}"), headers, "HTTP " + response.statusCode() + " without JSON", askedAt);
        }
    }

    private static Answer none(String why, Instant askedAt) {
        return new Answer(Json.tree("{}"), Map.of(), why, askedAt);
    }

    @Override
    public void close() {
        http.close();
    }
}

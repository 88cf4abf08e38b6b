package dev.handrail.slack.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.slack.SlackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Asks Slack where the next socket may be opened: an address that holds good once, and for a moment only. */
final class Opener {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String METHOD = "apps.connections.open";
    private static final Set<String> OF_TOKEN = Set.of(
            "invalid_auth",
            "not_authed",
            "not_allowed_token_type",
            "missing_scope",
            "token_revoked",
            "token_expired",
            "account_inactive",
            "no_permission",
            "access_denied");

    private final HttpClient http;
    private final HttpRequest request;

    Opener(HttpClient http, SlackSettings settings, SlackSettings.Sockets sockets) {
        this.http = http;
        request = HttpRequest.newBuilder(settings.apiUrl().resolve(METHOD))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + sockets.appToken().value())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody())
                .build();
    }

    URI url() throws NoSocketException, InterruptedException {
        var answer = answer();
        if (!answer.path("ok").asBoolean()) {
            throw new NoSocketException(advice(answer.path("error").asText("no error code")));
        }
        try {
            return URI.create(answer.path("url").asText());
        } catch (IllegalArgumentException e) {
            throw new NoSocketException(METHOD + " returned no address");
        }
    }

    private JsonNode answer() throws NoSocketException, InterruptedException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new NoSocketException("%s was answered with HTTP %d".formatted(METHOD, response.statusCode()));
            }
            return Json.tree(response.body());
        } catch (IOException e) {
            throw new NoSocketException("Slack cannot be reached: " + e);
        } catch (IllegalArgumentException e) {
            throw new NoSocketException("%s was answered with something that is %s".formatted(METHOD, e.getMessage()));
        }
    }

    private static String advice(String error) {
        return OF_TOKEN.contains(error)
                ? "Slack refuses the app-level token (%s); make one under Basic Information, App-Level Tokens, with the scope connections:write, and set SLACK_APP_TOKEN"
                        .formatted(error)
                : "Slack refuses %s: %s".formatted(METHOD, error);
    }
}

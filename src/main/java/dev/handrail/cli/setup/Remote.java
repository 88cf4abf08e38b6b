package dev.handrail.cli.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Handrail that runs somewhere, asked over its API. */
public final class Remote {
    private static final int SHORTEST_TOKEN = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI url;
    private final String token;

    private Remote(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** What it said. */
    public record Answer(int status, JsonNode body) {
        /** Returns why it refused, in its own words. */
        public String error() {
            return body.path("error").asText("it did not say why");
        }
    }

    /**
     * Returns the one at an address; what is not given is read from the environment.
     *
     * @throws CannotStartException if there is no token, or the address is none
     */
    public static Remote of(@Nullable URI url, @Nullable String token) {
        var settings = Configuration.read();
        var here = url != null ? url : settings.url("handrail.url").orElse(URI.create("http://localhost:8080"));
        var secret = Optional.ofNullable(token).or(() -> settings.secret("handrail.api.token", SHORTEST_TOKEN));
        settings.check();
        if (secret.isEmpty()) {
            throw new CannotStartException("No API token was found; wanted --token, HANDRAIL_API_TOKEN or"
                    + " HANDRAIL_API_TOKEN_FILE with the one that 'handrail serve' or 'handrail demo' printed");
        }
        var scheme = String.valueOf(here.getScheme());
        if (!scheme.matches("https?") || here.getHost() == null) {
            throw new CannotStartException(
                    "'%s' is no address of a Handrail; wanted http or https, for instance http://localhost:8080"
                            .formatted(here));
        }
        return new Remote(here, secret.get());
    }

    public URI url() {
        return url;
    }

    /** @param path begins with a slash */
    public Answer get(String path) {
        return ask(request(path).GET().build());
    }

    /** @param path begins with a slash */
    public Answer post(String path, Object body) {
        return ask(request(path).POST(BodyPublishers.ofString(Json.write(body))).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/+$", "") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer ask(HttpRequest request) {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return said(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new CannotStartException(
                    "No Handrail answers at %s (%s); wanted the address of a running one, with --url or HANDRAIL_URL"
                            .formatted(url, e instanceof ConnectException ? "nothing listens there" : e.toString()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("Stopped before Handrail answered; it may have done what it was asked", e);
        }
    }

    private Answer said(HttpResponse<String> answer) {
        try {
            return new Answer(answer.statusCode(), Json.tree(answer.body()));
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(
                    "What answers at %s is no Handrail: status %d, and a body that is %s"
                            .formatted(url, answer.statusCode(), e.getMessage()),
                    e);
        }
    }
}

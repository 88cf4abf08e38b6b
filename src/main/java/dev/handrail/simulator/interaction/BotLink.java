package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.CallLog;
import dev.handrail.simulator.api.Fault;
import dev.handrail.simulator.api.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The way to the bot: everything is signed, logged, and given 3 s. Once, unless a fault is planned. */
public final class BotLink {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http;
    private final Target target;
    private final Faults faults;
    private final CallLog log;
    private final InstantSource clock;

    /** Where the bot listens, and the secret that it shares with Slack. */
    public record Target(URI url, String signingSecret) {}

    /** One thing to send, with the time at which it happened, which is the one that is signed. */
    private record Parcel(String type, String contentType, String body, Map<String, String> headers, Instant at) {}

    public BotLink(Target target, Faults faults, CallLog log, InstantSource clock) {
        this.target = target;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
        http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Sends an action or a modal's submission. */
    Delivery interaction(ObjectNode payload) {
        return form(payload.path("type").asText(), Map.of("payload", payload.toString()));
    }

    /** Sends a form, such as a command. */
    Delivery form(String type, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var parcel = new Parcel(type, "application/x-www-form-urlencoded", body, Map.of(), clock.instant());
        return faults.take(Faults.INTERACTION)
                .map(fault -> faulty(parcel, fault))
                .orElseGet(() -> send(parcel));
    }

    /** Sends an event; retries carry a header each. */
    Delivery event(ObjectNode envelope, Map<String, String> headers) {
        return send(new Parcel("event_callback", "application/json", envelope.toString(), headers, clock.instant()));
    }

    private Delivery faulty(Parcel parcel, Fault fault) {
        return switch (fault.kind()) {
            case DUPLICATE -> first(send(parcel), () -> send(parcel));
            case CONCURRENT -> concurrently(parcel);
            case LATE, SLOW -> late(parcel, fault.delay());
            case DOWN, SILENT_AFTER -> Delivery.unanswered(0, "did not answer in time");
            case RATE_LIMITED, FAILS_BEFORE, FAILS_AFTER, REFUSED -> send(parcel);
        };
    }

    private static Delivery first(Delivery first, Supplier<Delivery> second) {
        var _ = second.get();
        return first;
    }

    private Delivery concurrently(Parcel parcel) {
        Executor threads = Thread::startVirtualThread;
        var other = CompletableFuture.supplyAsync(() -> send(parcel), threads);
        return first(send(parcel), other::join);
    }

    private Delivery late(Parcel parcel, Duration delay) {
        Faults.pause(delay);
        return send(parcel);
    }

    private Delivery send(Parcel parcel) {
        var started = System.nanoTime();
        var delivery = exchange(parcel, started);
        var entry = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "interaction")
                .put("type", parcel.type())
                .put("body", parcel.body())
                .put("status", delivery.status())
                .put("millis", delivery.millis())
                .put("answer", delivery.body());
        delivery.problem().ifPresent(problem -> entry.put("problem", problem));
        entry.set("headers", Json.tree(Json.write(parcel.headers())));
        log.add(entry);
        return delivery;
    }

    private Delivery exchange(Parcel parcel, long started) {
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
        var request = HttpRequest.newBuilder(target.url())
                .timeout(PATIENCE)
                .header("Content-Type", parcel.contentType())
                .header("User-Agent", "Slackbot 1.0 (local)")
                .header("X-Slack-Request-Timestamp", Long.toString(seconds))
                .header("X-Slack-Signature", Signature.of(target.signingSecret(), seconds, parcel.body()));
        parcel.headers().forEach(request::header);
        return request.POST(BodyPublishers.ofString(parcel.body(), StandardCharsets.UTF_8))
                .build();
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}

package dev.handrail.latency;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Alerts at a steady rate, each an incident of its own, on twenty channels: how long until a message leaves for Slack, and until
 * Alertmanager's webhook leaves for the same alerts.
 */
final class Latency {
    private static final String TOKEN = "hr_alert_benchmark_0123456789abcdef";
    private static final int HANDRAIL = 18084;
    private static final int ALERTMANAGER = 19094;
    private static final int CHANNELS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Receivers receivers;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private Latency(Receivers receivers) {
        this.receivers = receivers;
    }

    /** @param arguments alerts a second, seconds, pairs, JDBC URL, user, folder of runbooks */
    public static void main(String[] arguments) throws Exception {
        var rate = Integer.parseInt(arguments[0]);
        var alerts = rate * Integer.parseInt(arguments[1]);
        try (var receivers = new Receivers();
                var context = ApplicationContext.builder()
                        .properties(properties(arguments))
                        .start()) {
            context.getBean(EmbeddedServer.class).start();
            var latency = new Latency(receivers);
            latency.burst(rate, alerts, true); // the compiler's turn
            for (var pair = 1; pair <= Integer.parseInt(arguments[2]); pair++) {
                latency.report("handrail", latency.burst(rate, alerts, true));
                latency.report("alertmanager", latency.burst(rate, alerts, false));
            }
        }
        System.exit(0);
    }

    private static Map<String, Object> properties(String[] arguments) {
        var properties = new HashMap<String, Object>(Map.of(
                "micronaut.server.port",
                HANDRAIL,
                "micronaut.server.host",
                "127.0.0.1",
                "datasources.default.url",
                arguments[3],
                "datasources.default.username",
                arguments[4],
                "datasources.default.password",
                "",
                "handrail.runbooks",
                arguments[5],
                "handrail.alert.token",
                TOKEN,
                "handrail.api.token",
                TOKEN + "-api",
                "handrail.admin.password",
                "correct horse battery staple"));
        properties.putAll(Map.of(
                "slack.enabled",
                true,
                "slack.bot.token",
                "xoxb-bench",
                "slack.signing.secret",
                "bench-signing-secret",
                "slack.api.url",
                "http://127.0.0.1:" + Receivers.PORT + "/api/",
                "slack.budget.posts",
                1_000_000,
                "slack.budget.edits",
                1_000_000,
                "handrail.storm.modes",
                1_000_000,
                "handrail.storm.incidents",
                1_000_000));
        return properties;
    }

    /** Returns the milliseconds of each alert that arrived, sorted. */
    private double[] burst(int rate, int alerts, boolean toHandrail) throws InterruptedException {
        var first = numbers.getAndAdd(alerts);
        var due = new long[alerts];
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var at = 0; at < alerts; at++) {
                due[at] = began + at * 1_000_000_000L / rate;
                LockSupport.parkNanos(due[at] - System.nanoTime());
                var number = first + at;
                threads.execute(() -> post(number, toHandrail));
            }
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && arrived(first, alerts) < alerts) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        var millis = IntStream.range(0, alerts)
                .boxed()
                .flatMap(at -> Optional.ofNullable(receivers.came().get(first + at)).stream()
                        .map(came -> came - due[at]))
                .mapToDouble(nanos -> nanos / 1e6)
                .toArray();
        Arrays.sort(millis);
        return millis;
    }

    private long arrived(int first, int alerts) {
        return IntStream.range(first, first + alerts)
                .filter(receivers.came()::containsKey)
                .count();
    }

    private void post(int number, boolean toHandrail) {
        var labels = "\"labels\": {\"alertname\": \"OrderStuck\", \"flow\": \"flow-%d\", \"batch\": \"%s\"}"
                .formatted(number % CHANNELS, Receivers.mark(number));
        var alert = "{%s, \"annotations\": {\"summary\": \"Orders wait\"}, \"startsAt\": \"%s\"}"
                .formatted(labels, Instant.now());
        var url = toHandrail
                ? "http://127.0.0.1:" + HANDRAIL + "/v1/alerts/alertmanager"
                : "http://127.0.0.1:" + ALERTMANAGER + "/api/v2/alerts";
        var body = toHandrail
                ? "{\"version\": \"4\", \"status\": \"firing\", \"groupKey\": \"%d\", \"alerts\": [%s]}"
                        .formatted(number, alert.replace("{\"labels", "{\"status\": \"firing\", \"labels"))
                : "[" + alert + "]";
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            if (http.send(request, BodyHandlers.discarding()).statusCode() >= 300) {
                refused.incrementAndGet();
            }
        } catch (java.io.IOException e) {
            refused.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(String who, double[] millis) {
        if (millis.length == 0) {
            System.out.printf("RESULT %s: nothing arrived; %d refused%n", who, refused.get());
            return;
        }
        System.out.printf(
                "RESULT %-12s %d arrived, %d refused: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                who,
                millis.length,
                refused.getAndSet(0),
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }
}

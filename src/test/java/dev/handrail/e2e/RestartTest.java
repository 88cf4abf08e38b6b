package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Senders of several kinds go on while Handrail is stopped under them and started again: the short form of a long soak. */
@Waiting
class RestartTest {
    private static final int ALERTS = 120;
    private static final int BEFORE_A_RESTART = 30;
    private static final int SENDERS = 24;

    private final Queue<Integer> unsent =
            new ConcurrentLinkedQueue<>(IntStream.range(0, ALERTS).boxed().toList());

    @ParameterizedTest
    @EnumSource
    void givenSendersThatTryAgain_whenHandrailIsRestartedUnderThem_thenNothingIsLostOrDoubled(Database database)
            throws InterruptedException {
        var stored = database.fresh();
        while (!unsent.isEmpty()) {
            sendUntilItStops(stored);
        }

        try (var handrail = RunningHandrail.with(stored, Map.of())) {
            var listed = Json.tree(handrail.api()
                    .get("/v1/alerts?limit=1000", RunningHandrail.API_TOKEN)
                    .body());
            var sent = new ArrayList<String>();
            listed.forEach(alert -> sent.add(alert.path("source").asText() + " "
                    + alert.path("fingerprint").asText()));
            assertThat(sent).hasSize(ALERTS).doesNotHaveDuplicates();
            assertThat(listed)
                    .allSatisfy(alert ->
                            assertThat(alert.path("incident").isNumber()).isTrue());
        }
    }

    private void sendUntilItStops(Map<String, Object> stored) throws InterruptedException {
        var enough = new CountDownLatch(Math.min(BEFORE_A_RESTART, unsent.size()));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor();
                var handrail = RunningHandrail.with(stored, Map.of())) {
            for (var i = 0; i < SENDERS; i++) {
                senders.execute(() -> send(handrail.api(), enough));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** As senders do: what was not answered with 2xx is sent again later. */
    private void send(Api api, CountDownLatch enough) {
        for (var number = unsent.poll(); number != null; number = unsent.poll()) {
            try {
                var answer = api.post("/v1/alerts/" + source(number), RunningHandrail.ALERT_TOKEN, body(number));
                if (answer.statusCode() != 202) {
                    unsent.add(number);
                    return;
                }
                enough.countDown();
            } catch (UncheckedIOException _) {
                unsent.add(number);
                return;
            }
        }
    }

    private static String source(int number) {
        return switch (number % 4) {
            case 0 -> "alertmanager";
            case 1 -> "grafana";
            case 2 -> "uptime-kuma";
            default -> "stripe";
        };
    }

    private static String body(int number) {
        return switch (number % 4) {
            case 0, 1 -> TestAlert.firing("Soak", Map.of("order_id", "" + number));
            case 2 ->
                "{\"heartbeat\":{\"status\":0,\"msg\":\"down\"},\"monitor\":{\"id\":%d,\"name\":\"Shop %d\"},\"msg\":\"down\"}"
                        .formatted(number, number);
            default ->
                "{\"id\":\"evt_%d\",\"object\":\"event\",\"type\":\"payout.failed\",\"created\":1763690045,\"livemode\":true,\"data\":{\"object\":{\"id\":\"po_%d\",\"object\":\"payout\"}}}"
                        .formatted(number, number);
        };
    }
}

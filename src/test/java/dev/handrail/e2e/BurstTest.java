package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import dev.handrail.simulator.LocalSlackServer;
import dev.handrail.simulator.LocalSlackSettings;
import dev.handrail.simulator.api.Budgets;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} while so many alerts come that they are answered before they are placed. */
@Waiting
class BurstTest {
    private static final int SENDERS = 48;
    private static final int BEFORE_THE_KILL = 400;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** The orders whose alerts were answered with 202. */
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private final AtomicInteger storedOnly = new AtomicInteger();
    private final AtomicInteger orders = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void givenABurst_whenHandrailIsKilledInIt_thenWhatItAnsweredIsPlacedOnceAfterTheStart(Database database)
            throws InterruptedException {
        var port = RunningHandrail.freePort();
        var bot = URI.create("http://localhost:%d/v1/slack".formatted(port));
        var settings = LocalSlackSettings.of(RunningHandrail.BOT_TOKEN, RunningHandrail.SIGNING_SECRET, bot)
                .withBudgets(Budgets.unlimited());
        try (var slack = LocalSlackServer.start(settings, InstantSource.system());
                var handrail = HandrailProcess.start(port, database.fresh(), slack)) {
            sendUntilKilled(handrail);
            assertThat(storedOnly).as("answered before they were placed").hasPositiveValue();

            handrail.restart();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(placed(handrail.api()))
                            .containsAllEntriesOf(taken.stream().collect(Collectors.toMap(order -> order, _ -> 1L))));
            assertThat(handrail.stop()).as("an orderly end").doesNotContain(" WARN ", " ERROR ");
        }
    }

    private void sendUntilKilled(HandrailProcess handrail) throws InterruptedException {
        var enough = new CountDownLatch(BEFORE_THE_KILL);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sender = 0; sender < SENDERS; sender++) {
                senders.execute(() -> send(handrail.api(), enough));
            }
            assertThat(enough.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            handrail.kill();
        }
    }

    /** Ends when nobody answers any more. */
    private void send(Api api, CountDownLatch enough) {
        try {
            while (true) {
                var order = "order-%04d".formatted(orders.incrementAndGet());
                var alert = TestAlert.firing("OrderExportStalled", Map.of("flow", "order-to-erp", "order_id", order));
                var answer = api.post("/v1/alerts/alertmanager", RunningHandrail.ALERT_TOKEN, alert);
                assertThat(answer.statusCode()).isEqualTo(202);
                taken.add(order);
                storedOnly.addAndGet(Json.tree(answer.body()).has("stored") ? 1 : 0);
                enough.countDown();
            }
        } catch (UncheckedIOException _) {
            enough.countDown();
        }
    }

    /** Returns how often each order is in an incident. */
    private static Map<String, Long> placed(Api api) {
        var listed = Json.tree(
                api.get("/v1/alerts?limit=1000", RunningHandrail.API_TOKEN).body());
        return listed.valueStream()
                .filter(alert -> alert.path("incident").isNumber())
                .collect(Collectors.groupingBy(
                        alert -> alert.path("labels").path("order_id").asText(), Collectors.counting()));
    }
}

package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.simulator.LocalSlackServer;
import dev.handrail.simulator.LocalSlackSettings;
import dev.handrail.simulator.SlackDriver;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.api.Budgets;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} at random points of walks: what was acknowledged is there, once, and the thread is right. */
@Isolated("what is killed after 3 s must have had time to do something")
class KillTest {
    @ParameterizedTest
    @EnumSource
    void givenWalks_whenHandrailIsKilledThreeTimes_thenNothingIsLostOrDoubled(Database database) {
        new Series(database, 20_261_121).kills(3);
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource
    void givenWalks_whenHandrailIsKilledTwentyTimes_thenNothingIsLostOrDoubled(Database database) {
        new Series(database, new Random().nextLong()).kills(20);
    }

    private static final class Series {
        private static final int SHORTEST_LIFE_MILLIS = 300;
        private static final int LONGEST_LIFE_MILLIS = 3_000;

        private final Database database;
        private final long seed;
        private final Random random;

        /** For each alert that was answered with 202: its order, and how many clicks about it were answered with 200. */
        private final Map<String, Integer> acknowledged = new TreeMap<>();

        Series(Database database, long seed) {
            this.database = database;
            this.seed = seed;
            this.random = new Random(seed);
        }

        void kills(int times) {
            var port = RunningHandrail.freePort();
            var bot = URI.create("http://localhost:%d/v1/slack".formatted(port));
            var settings = LocalSlackSettings.of(RunningHandrail.BOT_TOKEN, RunningHandrail.SIGNING_SECRET, bot)
                    .withBudgets(Budgets.unlimited());
            try (var slack = LocalSlackServer.start(settings, InstantSource.system());
                    var handrail = HandrailProcess.start(port, database.fresh(), slack)) {
                for (var kill = 1; kill <= times; kill++) {
                    walkUntilKilled(handrail, slack, "order-%03d".formatted(kill));
                    handrail.restart();
                }
                assertThat(acknowledged.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .as("seed %d: clicks that were acknowledged in %d walks", seed, times)
                        .isPositive();
                var audit = new ThreadAudit(handrail.api(), SlackDriver.of(slack));
                acknowledged.forEach((order, clicks) -> audit.expectWhole("seed " + seed, order, clicks));
            }
        }

        /** The walk goes on in its own thread while this one waits for a random moment. */
        private void walkUntilKilled(HandrailProcess handrail, LocalSlackServer slack, String order) {
            var walk = CompletableFuture.runAsync(() -> walk(handrail, slack, order));
            var alive = CompletableFuture.delayedExecutor(
                    random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            CompletableFuture.runAsync(handrail::kill, alive).join();
            try {
                walk.join();
            } catch (CompletionException e) {
                // a walk whose Handrail is gone cannot reach it, or waits in vain for its next message
                assertThat(e.getCause())
                        .as("seed %d", seed)
                        .isInstanceOfAny(UncheckedIOException.class, ConditionTimeoutException.class);
            }
        }

        private void walk(HandrailProcess handrail, LocalSlackServer slack, String order) {
            var labels = Map.of("flow", order, "order_id", order, "job_code", "order_export");
            var alert = TestAlert.firing("OrderExportStalled", labels);
            var answer = handrail.api().post("/v1/alerts/alertmanager", RunningHandrail.ALERT_TOKEN, alert);
            assertThat(answer.statusCode()).isEqualTo(202);
            acknowledged.put(order, 0);
            var driver = new SlackDriver(slack.url(), Duration.ofSeconds(2));
            var card = driver.as("U01ANA").inChannel("#order-flows").root(order);
            click(order, card, "I'm on it");
            click(order, card.expectReply("Step 1 of 10"), "Oldest under 2 h");
            click(order, card.expectReply("Step 2 of 10"), "Time-out or 5xx");
            click(order, card.expectReply("Step 4 of 10"), "No row");
            click(order, card.expectReply("Start try 1 of 3"), "Start try 1 of 3");
            click(order, card.expectReply("is under way"), "Exported");
        }

        private void click(String order, SlackMessage message, String button) {
            if (message.click(button).path("status").asInt() == 200) {
                acknowledged.merge(order, 1, Integer::sum);
            }
        }
    }
}

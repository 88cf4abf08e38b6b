package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.simulator.FakeBot.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slack sends to the bot: in time or not, twice, late, in the wrong order, and with fields that nobody knows. */
class DeliveryFaultsTest {
    private static final String MODAL = """
            {"type":"modal","callback_id":"note","notify_on_close":true,"title":{"type":"plain_text","text":"Note"},
             "submit":{"type":"plain_text","text":"Save"},"blocks":[{"type":"input","block_id":"what",
             "label":{"type":"plain_text","text":"What"},"element":{"type":"plain_text_input","action_id":"text"}}]}
            """;

    private final LocalSlackFixture local = new LocalSlackFixture();
    private final SlackPerson ana = local.driver.as("U01ANA");

    @BeforeEach
    void posts() throws Exception {
        local.post(
                "#order-flows",
                "Stalled",
                "[{'type':'actions','elements':[{'type':'button','action_id':'go','text':{'type':'plain_text','text':'Go'}}]}]");
    }

    @AfterEach
    void close() {
        local.close();
    }

    private SlackMessage message() {
        return ana.inChannel("#order-flows").message("Stalled");
    }

    private SlackModal modal() throws Exception {
        message().click("Go");
        var trigger = local.bot.last().payload().path("trigger_id").asText();
        assertThat(local.methods
                        .viewsOpen(request -> request.triggerId(trigger).viewAsString(MODAL))
                        .isOk())
                .isTrue();
        return ana.modal();
    }

    @Test
    void givenABotThatTakesItsTime_whenSomethingIsSent_thenAllGiveUpAfter3SecondsAndThePersonIsTold() throws Exception {
        var modal = modal();
        var done = new CountDownLatch(1);
        local.bot.behaves(_ -> {
            awaitQuietly(done);
            return new Answer(200, "never seen");
        });
        var click = sending(() -> message().click("Go"));
        var command = sending(() -> ana.command("#order-flows", "/handrail list"));
        var submission = sending(() -> modal.submit(Map.of("What", "x")));
        message().reply("the queue is empty");

        var late = "⚠️ the app did not answer in time: try again";
        assertThat(click.join().path("problem").asText()).isEqualTo(late);
        assertThat(click.join().path("millis").asLong()).isBetween(2900L, 4500L);
        assertThat(command.join().path("problem").asText()).isEqualTo(late);
        assertThat(ana.ephemerals()).isEmpty();
        assertThat(submission.join().path("problem").asText()).isEqualTo(late);
        assertThat(ana.modal().title()).isEqualTo("Note");
        done.countDown();
        local.driver.await(
                "the event's second try",
                () -> local.bot.received().stream()
                        .anyMatch(sent -> "http_timeout".equals(sent.headers().get("x-slack-retry-reason"))));
    }

    private static CompletableFuture<JsonNode> sending(Supplier<JsonNode> act) {
        return CompletableFuture.supplyAsync(act, task -> Thread.ofVirtual().start(task));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void givenAllThatSlackSends_whenItArrives_thenEachHasFieldsThatNobodyKnows() throws Exception {
        var modal = modal();
        modal.submit(Map.of("What", "x"));
        modal().close();
        ana.command("#order-flows", "/handrail list");
        ana.shortcut(message(), "start");
        message().reply("@handrail the queue is empty");
        local.driver.call("home", Map.of("user", "U01ANA"));
        local.driver.await("all of it", () -> kinds().size() == 8);

        assertThat(kinds())
                .containsOnly(
                        Map.entry("view_submission", true),
                        Map.entry("view_closed", true),
                        Map.entry("block_actions", true),
                        Map.entry("/handrail", true),
                        Map.entry("message_action", true),
                        Map.entry("message", true),
                        Map.entry("app_mention", true),
                        Map.entry("app_home_opened", true));
    }

    /** Whether there are unknown fields at the top of each kind, and below it. */
    private Map<String, Boolean> kinds() {
        var kinds = new TreeMap<String, Boolean>();
        for (var received : local.bot.received()) {
            var payload = received.payload();
            var event = payload.path("event");
            var command = payload.path("command").asText();
            var type = event.path("type").asText(payload.path("type").asText(command));
            var below = command.isEmpty() ? payload.has("event") ? event : payload.path("user") : payload;
            kinds.put(type, payload.has("local_slack_unknown") && below.has("local_slack_unknown"));
        }
        return kinds;
    }

    @Test
    void givenALateDelivery_whenItArrives_thenItIsSignedWithTheTimeOfThePress() {
        var message = message();
        local.driver.fault(Map.of("method", "interaction", "kind", "late", "millis", 20));
        var pressed = local.now.get();
        var click = message.click("Go");

        assertThat(click.path("status").asInt()).isEqualTo(200);
        assertThat(local.bot.last().headers())
                .containsEntry("x-slack-request-timestamp", Long.toString(pressed.getEpochSecond()));
    }

    @Test
    void givenFaultsOfEvents_whenPeopleWrite_thenEventsComeTwiceAndInTheWrongOrder() {
        local.driver.fault("event", "out_of_order", 1);
        message().reply("first");
        local.driver.await(
                "the first to be held back",
                () -> local.driver.call("faults", Map.of()).path("left").isEmpty());
        local.driver.fault("event", "duplicate", 1);
        message().reply("second");
        local.driver.await("three events", () -> local.bot.received().size() == 3);

        assertThat(local.bot.received())
                .extracting(event -> event.payload().at("/event/text").asText())
                .containsExactly("second", "second", "first");
        assertThat(local.bot.received().get(0).body())
                .isEqualTo(local.bot.received().get(1).body());
    }

    @Test
    void givenASlowCall_whenItIsOver_thenItHappened() throws Exception {
        local.driver.fault(Map.of("method", "chat.postMessage", "kind", "slow", "millis", 30));

        assertThat(local.post("#order-flows", "slow", "[]").isOk()).isTrue();
        assertThat(local.driver
                        .calls("chat.postMessage")
                        .getLast()
                        .path("millis")
                        .asLong())
                .isGreaterThanOrEqualTo(30);
    }
}

package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.simulator.SlackDriver;
import dev.handrail.simulator.SlackMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Slack refuses, answers late or is not there: the thread ends right, and nothing is said twice. */
@Waiting
class FaultStoryTest {
    private static final String ORDERS = "#order-flows";

    @ParameterizedTest
    @CsvSource({
        "chat.postMessage, 429", "chat.postMessage, 500_before", "chat.postMessage, 500_after",
        "chat.update, 429", "chat.update, 500_after", "*, 500_after"
    })
    void givenSlackAnswersWithAFault_whenTheEngineerWalks_thenTheThreadIsWhole(String method, String kind) {
        try (var handrail = RunningHandrail.on(Database.H2)) {
            handrail.slack().fault(Map.of("method", method, "kind", kind, "times", 2, "retry_after", 1));
            handrail.fires("OrderExportStalled", ORDER);
            var card = slow(handrail).as("U01ANA").inChannel(ORDERS).root("Nobody is on it yet");
            handrail.slack().fault(Map.of("method", method, "kind", kind, "times", 2, "retry_after", 1));
            card.click("I'm on it");
            card.expectReply("Step 1 of 10").click("Oldest under 2 h");
            card.expectReply("Step 2 of 10");

            new ThreadAudit(handrail.api(), slow(handrail)).expectWhole(method + " " + kind, "100000042", 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenSlackIsDownForAMoment_whenAlertsCome_thenEverythingIsShownOnceItIsBack(Database database) {
        downFor(database, Duration.ofSeconds(2));
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource
    void givenSlackIsDownForAMinute_whenAlertsCome_thenEverythingIsShownOnceItIsBack(Database database) {
        downFor(database, Duration.ofMinutes(1));
    }

    private static void downFor(Database database, Duration outage) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("OrderExportStalled", ORDER);
            var card = slow(handrail).as("U01ANA").inChannel(ORDERS).root("Nobody is on it yet");
            card.click("I'm on it");
            card.expectReply("Step 1 of 10");

            handrail.localSlack().stop();
            handrail.fires("PaymentCapturedOrderPending", TestAlert.PAYMENT);
            handrail.fires("WarehouseOnFire", Map.of("flow", "order-to-erp"));
            handrail.resolves("OrderExportStalled", ORDER);
            CompletableFuture.runAsync(
                            handrail.localSlack()::resume,
                            CompletableFuture.delayedExecutor(outage.toMillis(), TimeUnit.MILLISECONDS))
                    .join();

            card.expectReply("Step 8 of 10");
            var slack = slow(handrail);
            slack.as("U04DEVI").inChannel("#payment-flows").root("Nobody is on it yet");
            slack.as("U03MARTA").inDirectMessages().message("this needs you");
            assertThat(roots(slack, ORDERS)).as("one card for each incident").hasSize(2);
            new ThreadAudit(handrail.api(), slack).expectWhole("outage", "100000042", 1);
        }
    }

    private static List<SlackMessage> roots(SlackDriver slack, String channel) {
        return slack.messages(channel).stream().filter(SlackMessage::isRoot).toList();
    }

    /** The next try may be a quarter of a minute away. */
    private static SlackDriver slow(RunningHandrail handrail) {
        return new SlackDriver(handrail.localSlack().url(), Duration.ofSeconds(90));
    }
}

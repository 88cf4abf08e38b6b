package dev.handrail.e2e;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import dev.handrail.run.desk.RunReader;
import dev.handrail.simulator.SlackDriver;
import dev.handrail.simulator.SlackMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many failures at once are one page; each keeps its runbook. */
@Waiting
class StormStoryTest {
    private static final String ORDERS = "#order-flows";
    private static final int MODES = 60;
    private static final int ALERTS_OF_EACH = 5;

    /** The incident that the fifth failure mode begins. */
    private static final long STORM = 5;

    private static final long LAST = MODES + 1;

    /** All came in one delivery: none stood for itself before the storm was noticed. */
    private static final int CARDS = 1;

    @ParameterizedTest
    @EnumSource
    void givenAnErpThatIsDown_whenSixtyFailureModesFire_thenOnePageIsSentAndEachPartCanBeWalked(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.api().sends(storm("firing"));

            var card = handrail.card("U01ANA", ORDERS, "Storm");
            card.expect("60 failure modes on flow order-to-erp: 60 of 60 incidents open");
            card.expect("5 failure modes, or 50 incidents, within 5 min are a storm");
            card.expect("and 50 more");
            settled(handrail);
            assertThat(pages(handrail))
                    .hasSize(1)
                    .first()
                    .satisfies(page -> assertThat(page.readable()).contains("Storm"));
            assertThat(roots(handrail)).hasSize(CARDS);
            assertThat(handrail.incident(STORM).path("storm").path("open").asInt())
                    .isEqualTo(MODES);
            assertThat(handrail.incident(1).path("part_of").asLong()).isEqualTo(STORM);
            assertThat(handrail.incident(1).path("alerts").asInt()).isEqualTo(ALERTS_OF_EACH);
            assertThat(handrail.timeline(STORM + 1)).startsWith("opened", "gathered");

            card.now().orElseThrow().clickAction("ack." + (STORM + 1));
            handrail.slack().as("U01ANA").inChannel(ORDERS).message("There are no more steps");
            assertThat(roots(handrail)).hasSize(CARDS + 1);
            card.expect("ana has it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAStorm_whenEverythingResolves_thenItsPartsCloseAndThenTheStorm(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.api().sends(storm("firing"));
            handrail.card("U01ANA", ORDERS, "60 of 60 incidents open");

            handrail.api().sends(storm("resolved"));
            handrail.passes(ofMinutes(16));

            var card = handrail.card("U01ANA", ORDERS, "0 of 60 incidents open");
            handrail.slack()
                    .await(
                            "the storm to hear of it",
                            () -> handrail.timeline(STORM).contains("source_resolved"));
            assertThat(handrail.timeline(1)).endsWith("source_resolved", "finished");
            handrail.passes(ofMinutes(16));
            card.expect("Went away by itself");
            settled(handrail);
            assertThat(roots(handrail)).hasSize(CARDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAStormThatIsClosedByHand_whenItsPartsStillFire_thenEachStandsForItself(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.api().sends(storm("firing"));
            var card = handrail.card("U01ANA", ORDERS, "60 of 60 incidents open");
            card.clickAction("take_page");
            handrail.slack()
                    .as("U01ANA")
                    .inChannel(ORDERS)
                    .message("There are no more steps")
                    .click("Resolved…");
            handrail.slack().as("U01ANA").modal().submit(Map.of("sentence", "The ERP is up again"));

            handrail.slack()
                    .await(
                            "the parts to be released",
                            () -> handrail.timeline(LAST).contains("released"));
            handrail.slack()
                    .await(
                            "their owner to be told",
                            () -> handrail.timeline(LAST).contains("level_told"));
            assertThat(handrail.incident(LAST).path("part_of").isNull()).isTrue();
            handrail.slack().await("their cards", () -> roots(handrail).size() == MODES + 1);
        }
    }

    /** Waits until Slack shows all that happened. */
    private static void settled(RunningHandrail handrail) {
        handrail.slack()
                .await(
                        "all to be delivered",
                        () -> handrail.bean(RunReader.class).undelivered(1).isEmpty());
    }

    private static List<SlackMessage> pages(RunningHandrail handrail) {
        return handrail.slack().messages("U03MARTA").stream()
                .filter(message -> message.contains("needs you"))
                .toList();
    }

    private static List<SlackMessage> roots(RunningHandrail handrail) {
        SlackDriver slack = handrail.slack();
        return slack.messages(ORDERS).stream().filter(SlackMessage::isRoot).toList();
    }

    /** Alertmanager's webhook with some alerts of each of many names. */
    private static String storm(String status) {
        var alerts = IntStream.range(0, MODES * ALERTS_OF_EACH)
                .mapToObj(n -> Map.of(
                        "status",
                        status,
                        "labels",
                        Map.of(
                                "alertname",
                                "Failure" + (n % MODES + 1),
                                "flow",
                                "order-to-erp",
                                "order_id",
                                Integer.toString(n)),
                        "annotations",
                        Map.of("summary", "The ERP does not answer"),
                        "startsAt",
                        "2026-11-21T02:10:00Z",
                        "endsAt",
                        status.equals("firing") ? "0001-01-01T00:00:00Z" : "2026-11-21T02:40:00Z"))
                .toList();
        return Json.write(
                Map.of("version", "4", "status", status, "groupKey", "{}:{flow=\"order-to-erp\"}", "alerts", alerts));
    }
}

package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.JOB;
import static dev.handrail.e2e.TestAlert.ORDER;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.simulator.SlackMessage;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engineer walks a runbook in the thread. */
@Waiting
class WalkStoryTest {
    private static final String ORDERS = "#order-flows";
    private static final String JOBS = "#platform-jobs";

    @ParameterizedTest
    @EnumSource
    void givenAKnownFailure_whenTheEngineerWalksIt_thenTheThreadIsTheTimeline(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("OrderExportStalled", ORDER);
            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
            assertThat(card.readable())
                    .contains("ERP integration", "OrderExportStalled", "order-export-stuck.md", "100000042");

            card.click("I'm on it");
            card.expectReply("Step 1 of 10").click("Oldest under 2 h");
            var second = card.expectReply("Step 2 of 10");
            second.click("Success, yet orders stuck");
            card.expectReply("Step 3 of 10").click("Later: orders passed over");
            card.expectReply("Step 4 of 10").click("No row");
            tries(card, "Start try 1 of 3", "Exported");
            tries(card, "Start try 1 of 3", "All ten exported");
            tries(card, "Start try 1 of 3", "All exported");
            card.expectReply("Step 8 of 10").click("None left");
            card.expectReply("Step 9 of 10").click("No duplicates");
            card.expectReply("Waiting until").click("Go on now");
            card.expectReply("Step 10 of 10").click("New orders have numbers");

            card.expect("Resolved by");
            assertThat(second.now().orElseThrow().readable()).contains("Success, yet orders stuck");
            assertThat(second.now().orElseThrow().buttons()).isEmpty();
            assertThat(handrail.incident(1).path("status").asText()).isEqualTo("closed");
            assertThat(handrail.timeline(1))
                    .startsWith("opened", "alerts_joined", "acknowledged", "step_shown", "answered");
            assertThat(handrail.timeline(1)).endsWith("answered", "finished");
        }
    }

    private static void tries(SlackMessage card, String start, String outcome) {
        card.expectReply(start).click(start);
        card.expectReply("is under way").click(outcome);
    }

    @ParameterizedTest
    @EnumSource
    void givenARetry_whenItFails_thenTheBackOffIsKeptAndAfterTheLimitItEscalates(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var card = atTheExport(handrail);
            tries(card, "Start try 1 of 3", "Not exported");
            assertThat(card.expectReply("Next try from").buttons()).containsExactly("Something else…");

            handrail.passes(ofMinutes(2).plusSeconds(1));
            card.expectReply("may start now");
            tries(card, "Start try 2 of 3", "Not exported");
            card.expectReply("Next try from");
            handrail.passes(ofMinutes(5).plusSeconds(1));
            tries(card, "Start try 3 of 3", "Not exported");

            card.expectReply("this needs you");
            assertThat(handrail.timeline(1)).filteredOn("try_started"::equals).hasSize(3);
            assertThat(handrail.timeline(1)).endsWith("answered", "escalated", "level_told");
            assertThat(card.thread().stream().flatMap(reply -> reply.buttons().stream()))
                    .noneMatch(label -> label.startsWith("Start try"));
        }
    }

    private static SlackMessage atTheExport(RunningHandrail handrail) {
        handrail.fires("OrderExportStalled", ORDER);
        var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
        card.click("I'm on it");
        card.expectReply("Step 1 of 10").click("Oldest under 2 h");
        card.expectReply("Step 2 of 10").click("Time-out or 5xx");
        card.expectReply("Step 4 of 10").click("No row");
        return card;
    }

    @ParameterizedTest
    @EnumSource
    void givenTheSourceSaysResolved_whenTheRunbookVerifies_thenTheEngineerIsAskedFirst(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("OrderExportStalled", ORDER);
            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
            card.click("I'm on it");
            card.expectReply("Step 1 of 10");

            handrail.resolves("OrderExportStalled", ORDER);

            card.expectReply("Step 8 of 10");
            assertThat(handrail.incident(1).path("status").asText()).isEqualTo("open");
            assertThat(handrail.timeline(1)).contains("source_resolved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenTheSourceSaysResolved_whenTheRunbookSaysAuto_thenTheIncidentCloses(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("BatchJobStalled", JOB);
            var card = handrail.card("U02BEN", JOBS, "Nobody is on it yet");
            card.click("I'm on it");
            card.expectReply("Step 1 of 9");

            handrail.resolves("BatchJobStalled", JOB);

            card.expect("✅");
            assertThat(handrail.incident(1).path("status").asText()).isEqualTo("closed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenNobodyAcknowledged_whenTheSourceSaysResolved_thenItClosesAfterQuietAndReopensWhenItFiresAgain(
            Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("OrderExportStalled", ORDER);
            handrail.resolves("OrderExportStalled", ORDER);
            var card = handrail.card("U01ANA", ORDERS, "says that it is over");
            assertThat(handrail.incident(1).path("status").asText()).isEqualTo("open");

            handrail.passes(ofMinutes(15).plusSeconds(1));
            card.expect("✅");

            handrail.passes(ofMinutes(10));
            handrail.fires("OrderExportStalled", ORDER);
            card.expect("Nobody is on it yet");
            assertThat(handrail.timeline(1)).contains("finished", "reopened");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAlertTextByAStranger_whenItIsShown_thenItMentionsNobodyAndIsReadable(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var evil =
                    "<!channel> <@U05LENA> *bold* `code` \u202Egnp.exe\u0000\u0007 😱 <https://evil.example|your bank> "
                            + "long ".repeat(20_000);
            handrail.fires("OrderExportStalled", Map.of("flow", "order-to-erp", "order_id", evil, "job_code", evil));

            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
            card.click("I'm on it");
            card.expectReply("Step 1 of 10");

            assertThat(handrail.slack().messages(ORDERS)).allSatisfy(message -> {
                assertThat(message.mentions()).isEmpty();
                assertThat(message.readable()).doesNotContain("\u202E", "\u0007", "\u0000");
            });
            assertThat(card.now().orElseThrow().readable()).contains("😱", "*bold*");
        }
    }
}

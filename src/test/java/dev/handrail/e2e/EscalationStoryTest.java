package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.ORDER;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.simulator.SlackMessage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies outside the known pattern reaches a named person. */
@Waiting
class EscalationStoryTest {
    private static final String ORDERS = "#order-flows";
    private static final Duration JUST_OVER = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource
    void givenSomethingElse_whenTheEngineerSaysWhat_thenTheOwnerIsToldAndThenTheNextLevel(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var card = onTheFirstStep(handrail);
            card.expectReply("Step 1 of 10").click("Something else…");
            var modal = handrail.slack().as("U01ANA").modal();
            assertThat(modal.submit(Map.of("sentence", "   ")).toString()).contains("errors");
            modal.submit(Map.of("sentence", "The ERP shows <!channel> twice the orders"));

            var page = card.expectReply("this needs you");
            assertThat(page.mentions()).contains("U03MARTA").doesNotContain("channel");
            assertThat(page.readable()).contains("twice the orders");
            var direct = handrail.slack().as("U03MARTA").inDirectMessages().message("this needs you");
            assertThat(direct.readable()).contains("twice the orders");

            handrail.passes(ofMinutes(5).plus(JUST_OVER));
            handrail.slack().as("U05LENA").inDirectMessages().message("this needs you");
            handrail.passes(ofMinutes(10).plus(JUST_OVER));
            handrail.slack().as("U05LENA").inDirectMessages().message("Nobody has answered");

            handrail.slack()
                    .as("U05LENA")
                    .inDirectMessages()
                    .message("Nobody has answered")
                    .click("I've got it");
            card.expect("has it");
            var handedOff = handrail.slack().as("U05LENA").inChannel(ORDERS).message("There are no more steps");
            handedOff.click("Resolved…");
            handrail.slack().as("U05LENA").modal().submit(Map.of("sentence", "Second exporter stopped"));
            card.expect("Second exporter stopped");
            assertThat(handrail.timeline(1)).endsWith("page_taken", "finished");
        }
    }

    private static SlackMessage onTheFirstStep(RunningHandrail handrail) {
        handrail.fires("OrderExportStalled", ORDER);
        var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
        card.click("I'm on it");
        card.expectReply("Step 1 of 10");
        return card;
    }

    @ParameterizedTest
    @EnumSource
    void givenAnAlertThatNoRunbookMatches_whenItFires_thenTheOwnerOfItsFlowIsToldAtOnce(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("WarehouseOnFire", Map.of("flow", "order-to-erp"));

            var card = handrail.card("U01ANA", ORDERS, "No runbook knows this failure");
            card.expectReply("this needs you");
            handrail.slack().as("U03MARTA").inDirectMessages().message("this needs you");
            assertThat(handrail.incident(1).path("runbook").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAnAlertOfNoFlow_whenItFires_thenTheDefaultOwnerIsTold(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("SomethingOdd", Map.of("team", "nobody"));

            handrail.card("U01ANA", "#commerce-alerts", "No runbook knows this failure")
                    .expectReply("this needs you");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenNobodyAcknowledges_whenTheTimeIsOver_thenItRemindsOnceAndThenEscalates(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("OrderExportStalled", ORDER);
            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");

            handrail.passes(ofMinutes(5).plus(JUST_OVER));
            card.expectReply("Press I'm on it on the card above");
            handrail.passes(ofMinutes(5).plus(JUST_OVER));
            card.expectReply("this needs you");

            card.click("I'm on it");
            card.expectReply("Step 1 of 10");
            assertThat(handrail.timeline(1)).containsSubsequence("reminded", "escalated", "level_told", "acknowledged");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAStepIsAnsweredInTime_whenItsDeadlinePasses_thenNothingHappens(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var card = onTheFirstStep(handrail);
            handrail.passes(ofMinutes(14));
            card.expectReply("Step 1 of 10").click("Oldest under 2 h");
            card.expectReply("Step 2 of 10");

            handrail.passes(ofMinutes(14));
            card.expectReply("Step 2 of 10").click("Success, yet orders stuck");
            card.expectReply("Step 3 of 10");

            assertThat(handrail.timeline(1)).doesNotContain("reminded", "escalated");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAStepIsNotAnswered_whenTheTimeIsOver_thenTheResponderIsRemindedAndThenTheOwnerTold(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var card = onTheFirstStep(handrail);
            handrail.passes(ofMinutes(15).plus(JUST_OVER));
            assertThat(card.expectReply("waits for your answer").mentions()).containsExactly("U01ANA");
            handrail.passes(ofMinutes(15).plus(JUST_OVER));
            card.expectReply("this needs you");

            card.expectReply("Step 1 of 10").click("Oldest under 2 h");
            card.expectReply("Step 2 of 10");
            handrail.slack()
                    .await(
                            "no page to be open",
                            () -> card.thread().stream()
                                    .noneMatch(reply -> reply.buttons().contains("I've got it")));
        }
    }
}

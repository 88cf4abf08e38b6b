package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clicks that come twice, late, or from two people at once: one event, one next step, and a kind note. */
@Waiting
class ClickStoryTest {
    private static final String ORDERS = "#order-flows";

    @ParameterizedTest
    @EnumSource
    void givenTwoPeople_whenBothPressAtOnce_thenOneIsRecordedAndTheOtherIsToldWho(Database database) throws Exception {
        try (var handrail = RunningHandrail.on(database);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            handrail.fires("OrderExportStalled", ORDER);
            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
            var other = handrail.card("U02BEN", ORDERS, "Nobody is on it yet");

            people.invokeAll(List.<Callable<Object>>of(() -> card.click("I'm on it"), () -> other.click("I'm on it")));
            var step = card.expectReply("Step 1 of 10");
            var toldBen = handrail.slack();
            toldBen.await(
                    "a note to one of the two",
                    () -> toldBen.ephemeralsOf("U01ANA").size()
                                    + toldBen.ephemeralsOf("U02BEN").size()
                            == 1);

            assertThat(handrail.timeline(1)).filteredOn("acknowledged"::equals).hasSize(1);
            assertThat(card.thread())
                    .filteredOn(reply -> reply.contains("Step 1 of 10"))
                    .hasSize(1);
            assertThat(step.buttons()).contains("Oldest under 2 h");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAClickThatSlackDeliversTwice_whenItIsHandled_thenItIsRecordedOnce(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires("OrderExportStalled", ORDER);
            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
            card.click("I'm on it");
            var step = card.expectReply("Step 1 of 10");
            handrail.slack().fault("interaction", "duplicate", 1);
            step.click("Oldest under 2 h");
            card.expectReply("Step 2 of 10");

            assertThat(handrail.timeline(1)).filteredOn("answered"::equals).hasSize(1);
            assertThat(card.thread())
                    .filteredOn(reply -> reply.contains("Step 2 of 10"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoDifferentAnswersAtOnce_whenOneIsFirst_thenTheOtherIsToldWhoWas(Database database) throws Exception {
        try (var handrail = RunningHandrail.on(database);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            handrail.fires("OrderExportStalled", ORDER);
            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
            card.click("I'm on it");
            var anas = card.expectReply("Step 1 of 10");
            var bens = handrail.card("U02BEN", ORDERS, "is on it").expectReply("Step 1 of 10");

            people.invokeAll(List.<Callable<Object>>of(
                    () -> anas.click("Oldest under 2 h"), () -> bens.click("Oldest over 2 h")));
            var slack = handrail.slack();
            slack.await(
                    "a note that names the first",
                    () -> slack.ephemeralsOf("U01ANA").stream().anyMatch(note -> note.contains("ben"))
                            || slack.ephemeralsOf("U02BEN").stream().anyMatch(note -> note.contains("ana")));

            assertThat(handrail.timeline(1)).filteredOn("answered"::equals).hasSize(1);
        }
    }
}

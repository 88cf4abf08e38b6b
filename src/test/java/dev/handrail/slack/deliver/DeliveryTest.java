package dev.handrail.slack.deliver;

import static dev.handrail.slack.HandrailFixture.ANA;
import static dev.handrail.slack.HandrailFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Waiting;
import dev.handrail.run.Command;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Waiting
class DeliveryTest {
    private static final String FLOW = "#order-flows";

    private HandrailFixture handrail = new HandrailFixture();

    @AfterEach
    void close() {
        handrail.close();
    }

    @Test
    void givenAnIncident_whenItIsWalked_thenTheThreadTellsItInOrder() {
        var id = handrail.fires("4711");
        handrail.does(id, new Command.Acknowledge(ANA));
        handrail.answers(id, ANA, "Oldest under 2 h");
        handrail.awaitDelivered();

        assertThat(thread()).hasSize(2);
        assertThat(thread().get(0).readable()).contains("✔ Count the stuck orders", "Oldest under 2 h");
        assertThat(thread().get(1).readable()).contains("Read the last runs");
        assertThat(root().readable()).contains("ana is on it: step 2 of");
        assertNoDoubles();
    }

    @Test
    void givenTenQuickChanges_whenDelivered_thenTheCardIsEditedOnlyAFewTimes() {
        var id = handrail.fires("4711");
        handrail.awaitDelivered();
        handrail.does(id, new Command.Acknowledge(ANA));
        for (var i = 0; i < 5; i++) {
            handrail.does(id, new Command.TakeOver(BEN));
            handrail.does(id, new Command.TakeOver(ANA));
        }
        handrail.awaitDelivered();

        assertThat(root().readable()).contains("ana is on it");
        assertThat(handrail.slack.calls("chat.update")).hasSizeLessThan(5);
    }

    @Test
    void given500AfterTheEffect_whenPosted_thenTheMessageIsFoundAndNotPostedAgain() {
        handrail.slack.fault("chat.postMessage", "500_after", 3);
        var id = handrail.fires("4711");
        handrail.does(id, new Command.Acknowledge(ANA));
        handrail.awaitDelivered();

        assertThat(handrail.slack.messages(FLOW)).hasSize(2);
        assertThat(handrail.slack.calls("chat.postMessage")).hasSize(2);
        assertNoDoubles();
    }

    @Test
    void given500BeforeTheEffect_whenPosted_thenItIsPostedAgain() {
        handrail.slack.fault("chat.postMessage", "500_before", 2);
        handrail.fires("4711");
        handrail.awaitDelivered();

        assertThat(handrail.slack.messages(FLOW)).hasSize(1);
        assertThat(handrail.slack.calls("chat.postMessage")).hasSize(3);
    }

    @Test
    void givenInternalErrorsWithTheEffectInDirectMessages_whenPaged_thenNobodyIsToldTwice() {
        handrail.slack.fault("chat.postMessage", "500_after", 3);
        handrail.fires("SomethingNew", Map.of("flow", "order-to-erp"));
        handrail.awaitDelivered();

        assertThat(handrail.slack.as("U03MARTA").inDirectMessages().messages()).hasSize(1);
        assertThat(thread()).hasSize(1);
        assertThat(thread().getFirst().mentions()).containsExactlyInAnyOrder("U03MARTA", "S01ERP");
    }

    @Test
    void given429_whenPosted_thenItWaitsAsLongAsSlackSays() {
        handrail.slack.fault(Map.of("method", "chat.postMessage", "kind", "429", "retry_after", 2, "times", 1));
        handrail.fires("4711");
        handrail.awaitDelivered();

        var calls = handrail.slack.calls("chat.postMessage");
        assertThat(calls).hasSize(2);
        var first = Instant.parse(calls.get(0).path("at").asText());
        var second = Instant.parse(calls.get(1).path("at").asText());
        assertThat(Duration.between(first, second)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    @Test
    void givenSlackIsDown_whenItComesBack_thenOnlyTheLastStateIsPosted() {
        handrail.server.stop();
        var id = handrail.fires("SomethingNew", Map.of("flow", "order-to-erp"));
        handrail.does(id, new Command.TakePage(BEN));
        handrail.server.resume();
        handrail.awaitDelivered();

        assertThat(thread()).singleElement().matches(message -> message.contains("ben has it"));
        assertThat(handrail.slack.as("U03MARTA").inDirectMessages().messages()).isEmpty();
    }

    @Test
    void givenHandrailIsStopped_whenItStartsAgain_thenItGoesOnWhereItWas() {
        handrail.fires("4711");
        handrail.awaitDelivered();
        handrail.server.stop();
        var id = new IncidentId(1);
        handrail.does(id, new Command.Acknowledge(ANA));
        handrail.stop();
        handrail.server.resume();
        handrail.startAgain();
        handrail.awaitDelivered();

        assertThat(thread()).singleElement().matches(message -> message.contains("Count the stuck orders"));
        assertThat(root().readable()).contains("ana is on it");
        assertNoDoubles();
    }

    @Test
    void givenTheChannelIsArchived_whenAnIncidentOpens_thenItIsWalkedInTheFallbackChannel() {
        handrail.slack.archive(FLOW);
        var id = handrail.fires("4711");
        handrail.does(id, new Command.Acknowledge(ANA));
        handrail.awaitDelivered();

        assertThat(handrail.slack.messages("#commerce-alerts")).hasSize(2);
        assertThat(slot(id, "root").slackProblem()).contains("is_archived", "#commerce-alerts");
    }

    @Test
    void givenTheChannelIsArchivedInBetween_whenTheRunGoesOn_thenItGoesOnInTheFallbackChannel() {
        var id = handrail.fires("4711");
        handrail.awaitDelivered();
        handrail.slack.archive(FLOW);
        handrail.does(id, new Command.Acknowledge(ANA));
        handrail.awaitDelivered();

        assertThat(handrail.slack.messages("#commerce-alerts")).hasSize(2);
    }

    @Test
    void givenTheChannelIsArchivedAfterAStepWasShown_whenTheCardChanges_thenTheStepGoesWithIt() {
        var id = handrail.fires("4711");
        handrail.does(id, new Command.Acknowledge(ANA));
        handrail.awaitDelivered();
        handrail.slack.archive(FLOW);
        handrail.does(id, new Command.TakeOver(BEN));
        handrail.awaitDelivered();

        var moved = handrail.slack.messages("#commerce-alerts");
        assertThat(moved).hasSize(2);
        assertThat(moved).anyMatch(card -> card.isRoot() && card.contains("ben is on it"));
        assertThat(moved).anyMatch(step -> !step.isRoot() && step.buttons().contains("Oldest under 2 h"));
    }

    @Test
    void givenBlocksThatSlackDoesNotTake_whenPosted_thenTextAndButtonsAreThere() {
        handrail.slack.fault(Map.of("method", "chat.postMessage", "error", "invalid_blocks"));
        handrail.fires("4711");
        handrail.awaitDelivered();

        assertThat(root().buttons()).contains("I'm on it");
        assertThat(root().body().path("blocks")).hasSize(2);
    }

    @Test
    void givenADeletedOwner_whenPaged_thenThatIsNotedAndTheThreadIsComplete() {
        handrail.slack.fault(Map.of("method", "chat.postMessage", "kind", "slow", "millis", 1, "times", 2));
        handrail.slack.fault(Map.of("method", "chat.postMessage", "error", "user_not_found", "times", 1));
        handrail.fires("SomethingNew", Map.of("flow", "order-to-erp"));
        handrail.awaitDelivered();

        assertThat(thread()).singleElement().matches(page -> page.mentions().contains("U03MARTA"));
        assertThat(handrail.bean(SlackRefusals.class).newest(10))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.slot()).isEqualTo("dm/1/U03MARTA");
                    assertThat(refusal.problem()).contains("user_not_found");
                });
    }

    @Test
    void givenAStormWithinSlacksLimits_whenDelivered_thenEverythingArrivesAndSlackIsHardlyEverTooBusy() {
        handrail.close();
        handrail = new HandrailFixture(Budgets.ofSlack().withPostBurst(4), Map.of("slack.budget.posts", 4));
        for (var number = 0; number < 6; number++) {
            handrail.fires("OrderExportStalled", Map.of("flow", "order-to-erp-" + number));
        }
        handrail.slack.await("six roots", () -> handrail.slack.messages(FLOW).size() == 6);

        assertThat(handrail.slack.calls("chat.postMessage"))
                .filteredOn(call -> call.path("status").asInt() == 429)
                .hasSizeLessThan(3);
    }

    @Test
    void givenAPublicChannelThatHandrailIsNotIn_whenAnIncidentOpens_thenItJoins() {
        handrail.slack.removeBotFrom(FLOW);
        handrail.fires("4711");
        handrail.awaitDelivered();

        assertThat(handrail.slack.messages(FLOW)).hasSize(1);
    }

    private SlotRepository.Row slot(IncidentId id, String key) {
        return handrail.bean(SlotRepository.class).of(id.value()).stream()
                .filter(row -> row.slot().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private SlackMessage root() {
        return handrail.slack.messages(FLOW).stream()
                .filter(SlackMessage::isRoot)
                .findFirst()
                .orElseThrow();
    }

    private List<SlackMessage> thread() {
        return root().thread();
    }

    private void assertNoDoubles() {
        var slots = new HashMap<String, Integer>();
        handrail.slack
                .messages(FLOW)
                .forEach(message -> slots.merge(
                        message.body().path("metadata").path("event_payload").toString(), 1, Integer::sum));
        assertThat(slots.values()).containsOnly(1);
    }
}

package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.JOB;
import static dev.handrail.e2e.TestAlert.ORDER;
import static dev.handrail.e2e.TestAlert.PAYMENT;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.silence.SilenceDesk;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.SlackModal;
import dev.handrail.simulator.SlackPerson;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do besides walking, from the button to the thread. One Handrail for all; each story has an incident of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkStoryTest {
    private RunningHandrail handrail;

    @BeforeAll
    void start() {
        handrail = RunningHandrail.on(Database.H2, Map.of("handrail.notes.from.thread", true));
    }

    @AfterAll
    void stop() {
        assertThat(handrail.bean(RunReader.class).firstMisstated()).isEmpty();
        handrail.close();
    }

    @Test
    void givenAWalk_whenSomebodySkipsGoesBackAndTakesNotes_thenTheThreadStaysShortAndTheRecordHasItAll() {
        handrail.fires("OrderExportStalled", ORDER);
        var card = handrail.card("U01ANA", "#order-flows", "Orders stuck before ERP export");
        card.click("I'm on it");
        open(card, "Step 1 of 10").click("Skip this step…");
        ana().modal().submit(Map.of("sentence", "The ERP team <!channel> looks at it"));
        open(card, "Step 2 of 10").click("Back one step");
        open(card, "Step 1 of 10").click("Add a note…");
        ana().modal().submit(Map.of("sentence", "Graph: https://grafana.example/d/1"));
        var note = card.expectReply("ana noted");
        card.reply("It is the <b>queue</b>");

        handrail.slack()
                .await(
                        "the reply to be on record",
                        () -> handrail.timeline(number(card)).stream()
                                        .filter("note_added"::equals)
                                        .count()
                                == 2);
        assertThat(note.mentions()).isEmpty();
        assertThat(card.thread().stream().filter(message -> message.contains("queue</b>")))
                .as("a reply is not said again")
                .hasSize(0);
        assertThat(card.thread())
                .filteredOn(message -> message.contains("skipped, ana"))
                .hasSize(1);
        assertThat(handrail.timeline(number(card)))
                .containsSubsequence(
                        "step_skipped", "step_shown", "stepped_back", "step_shown", "note_added", "note_added");
        assertThat(handrail.incident(number(card)).toString()).contains("It is the <b>queue</b>");
    }

    @Test
    void givenAnIncident_whenItIsHandedOverMutedAndReopened_thenEveryoneIsToldOnceAndItIsAllOnRecord() {
        handrail.fires("PaymentWebhookFailing", PAYMENT);
        var card = handrail.card("U02BEN", "#payment-flows", "PaymentWebhookFailing");
        card.click("I'm on it");
        card.expectReply("Step 1 of");
        handsOver(card, "U05LENA");
        var asked = lena().inDirectMessages().message("ben asks you to take an incident over");
        handrail.passes(ofMinutes(11));
        card.expectReply("lena has not answered, so you still have it");
        asked.expect("lena did not answer");

        handsOver(card, "U05LENA");
        handrail.slack()
                .await(
                        "to be asked again",
                        () -> lena().inDirectMessages().messages().stream()
                                .anyMatch(message -> message.buttons().contains("Accept")));
        card.expectReply("asks you to take this over").click("Accept");
        ben().expectEphemeral("lena was asked, not you");
        lena().inDirectMessages().message("My shift ends").click("Accept");
        card.expect("lena, since");

        more(card, "Change…").submit(Map.of("choice", "LOW"));
        card.expect("Low");
        more(card, "Add…").submit(Map.of("choice", "U04DEVI", "sentence", "You know the provider"));
        assertThat(card.expectReply("asks you to come and help").mentions()).containsExactly("U04DEVI");
        card.expect("Also here: devi");
        more(card, "Mute…").submit(Map.of("choice", "PT2H", "sentence", "The provider works on it"));
        card.expect("Muted until");
        assertThat(handrail.bean(SilenceDesk.class).current())
                .anySatisfy(silence -> assertThat(silence.why()).isEqualTo("The provider works on it"));
        assertThat(handrail.incident(number(card)).path("severity").asText()).isEqualToIgnoringCase("low");
    }

    @Test
    void givenTheWrongRunbook_whenSomebodyChoosesTheRightOne_thenItIsWalkedAndItsEndSaysWhatFixedIt() {
        handrail.fires("BatchJobStalled", JOB);
        var card = handrail.card("U03MARTA", "#platform-jobs", "BatchJobStalled");
        card.click(card.buttons().getFirst());
        card.expect("marta, since");
        card.click(handrail.timeline(number(card)).contains("page_taken") ? "Choose a runbook…" : "Wrong runbook…");
        marta().modal().submit(Map.of("choice", "queue-consumer-down", "sentence", "It is the consumer"));
        card.expectReply("Step 1 of");
        card.expect("marta chose it: It is the consumer");
        card.click("Escalate");
        marta().modal().submit(Map.of("sentence", "I need help"));
        card.expectReply("this needs you");
        card.expect("nobody has it yet").click("I've got it");
        card.expectReply("There are no more steps").click("Resolved…");
        marta().modal().submit(Map.of("choice", "CAPACITY", "sentence", "More consumers"));
        card.expect("*capacity* · More consumers");
        card.click("Reopen…");
        marta().modal().submit(Map.of("sentence", "It is slow again"));
        assertThat(card.expectReply("says that it is not over").mentions()).isEmpty();
        card.expect("Nobody is on it yet");
        assertThat(handrail.timeline(number(card))).containsSubsequence("runbook_changed", "finished", "reopened");
    }

    @Test
    void givenAShift_whenItIsHandedOverAtOnce_thenOneAcceptTakesItAll() {
        handrail.fires("LabelCreationFailing", Map.of("flow", "shipping-label", "severity", "high"));
        handrail.fires("EdiDocumentMissing", Map.of("flow", "edi", "severity", "high"));
        var labels = takenByDevi("LabelCreationFailing");
        var edi = takenByDevi("EdiDocumentMissing");
        handrail.slack().as("U04DEVI").command("#order-flows", "/handrail handover <@U05LENA|lena>");

        handrail.slack().as("U04DEVI").expectEphemeral("is asked to take over 2 open incidents");
        var list = lena().inDirectMessages().message("hands 2 open incidents over to you");
        assertThat(list.readable()).contains("Courier labels are not created", "EDI document missing");
        list.click("Accept");

        labels.expect("lena, since");
        edi.expect("lena, since");
        handrail.slack().as("U04DEVI").command("#order-flows", "/handrail handover <@U05LENA|lena>");
        handrail.slack().as("U04DEVI").expectEphemeral("You are on no open incident");
    }

    private SlackMessage takenByDevi(String title) {
        var everywhere = handrail.slack().state().path("channels");
        for (var channel : everywhere) {
            var found = handrail
                    .slack()
                    .as("U04DEVI")
                    .inChannel(channel.path("id").asText())
                    .messages()
                    .stream()
                    .filter(message -> message.isRoot() && message.contains(title))
                    .findFirst();
            if (found.isPresent()) {
                found.get().click(found.get().buttons().getFirst());
                found.get().expect("devi, since");
                return found.get();
            }
        }
        throw new AssertionError("no card of " + title);
    }

    /** Waits for the message of a step that can still be answered. */
    private SlackMessage open(SlackMessage card, String containing) {
        return handrail.slack()
                .awaitPresent(
                        "an open step: " + containing,
                        () -> card.thread().stream()
                                .filter(message -> message.contains(containing)
                                        && !message.buttons().isEmpty())
                                .findFirst());
    }

    private void handsOver(SlackMessage card, String to) {
        card.expect("ben, since");
        card.click("Hand over…");
        ben().modal().submit(Map.of("choice", to, "sentence", "My shift ends"));
    }

    private SlackModal more(SlackMessage card, String label) {
        card.click("More…");
        var modal = card.person().modal().expect("Change severity");
        modal.click(label);
        return handrail.slack()
                .awaitPresent(
                        "the form",
                        () -> Optional.of(card.person().modal()).filter(open -> !open.contains("Change severity*")));
    }

    private static long number(SlackMessage card) {
        var text = card.text();
        return Long.parseLong(text.replaceAll("(?s).*incident #(\\d+).*", "$1"));
    }

    private SlackPerson ana() {
        return handrail.slack().as("U01ANA");
    }

    private SlackPerson ben() {
        return handrail.slack().as("U02BEN");
    }

    private SlackPerson marta() {
        return handrail.slack().as("U03MARTA");
    }

    private SlackPerson lena() {
        return handrail.slack().as("U05LENA");
    }
}

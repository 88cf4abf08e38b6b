package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.run.RunEvent;
import dev.handrail.run.silence.SilenceDesk;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.slack.HandrailFixture;
import dev.handrail.slack.http.Signed;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.speech.Speaker;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {
    private static final String FLOW = "#order-flows";

    private static HandrailFixture handrail;
    private static int fired;

    private IncidentId id = new IncidentId(1);

    @BeforeAll
    static void start() {
        handrail = new HandrailFixture();
    }

    @AfterAll
    static void stop() {
        handrail.close();
    }

    @Test
    void givenAnOfferedIncident_whenSomebodyIsOnIt_thenTheFirstStepIsThere() {
        fire();
        root("U01ANA").click("I'm on it");

        var step = root("U01ANA").expectReply("Step 1 of");
        assertThat(step.buttons()).contains("Oldest under 2 h", "Something else…");
        root("U01ANA").expect("ana is on it");
    }

    @Test
    void givenTwoPeople_whenBothAnswer_thenTheSecondIsToldWhoWasFirst() {
        fire();
        root("U01ANA").click("I'm on it");
        var step = root("U01ANA").expectReply("Step 1 of");
        var late = handrail.slack.as("U02BEN").inChannel(FLOW).message("Step 1 of");
        step.click("Oldest under 2 h");
        root("U01ANA").expectReply("Step 2 of");
        stale(late);

        handrail.slack.as("U02BEN").expectEphemeral("ana was first: Oldest under 2 h");
    }

    @Test
    void givenSomebodyFromElsewhere_whenTheyWriteASilence_thenItIsRefusedKindly() {
        var text = "silence flow=\"order-to-erp\" for 2h because deploy";
        var speaker = handrail.bean(Speaker.class);

        var answer = speaker.answer(new Speaker.Words(HandrailFixture.BEN, text, true), () -> {});

        assertThat(answer.shown().toString()).contains("you are here from another one");
        assertThat(handrail.bean(SilenceDesk.class).current()).isEmpty();
    }

    @Test
    void givenSomebodyFromElsewhere_whenTheyPressMute_thenItIsRefusedKindly() {
        fire();
        var body = """
                {"type":"block_actions","team":{"id":"T01LOCAL"},"user":{"id":"U02BEN","name":"ben","team_id":"T02OTHER"},
                 "container":{"message_ts":"1.1"},"channel":{"id":"C01ORDERS"},"trigger_id":"x",
                 "actions":[{"action_id":"mute","value":"%s","action_ts":"1.3"}]}""".formatted(id.value());
        assertThat(new Signed(handrail).interaction(body).statusCode()).isEqualTo(200);

        handrail.slack.as("U02BEN").expectEphemeral("you are here from another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"trigger_id\":\"9182736.5463728.long-gone\","})
    void givenAFormThatSlackNoLongerOpens_whenSomebodyPresses_thenTheyAreToldToPressAgain(String trigger) {
        fire();
        var lena = handrail.slack.as("U05LENA");
        var before = lena.ephemerals().size();
        var body = """
                {"type":"block_actions","team":{"id":"T01LOCAL"},"user":{"id":"U05LENA","name":"lena"},
                 "container":{"message_ts":"1.1"},"channel":{"id":"C01ORDERS"},%s
                 "actions":[{"action_id":"escalate","value":"%s","action_ts":"1.%s"}]}""".formatted(trigger, id.value(), id.value());
        assertThat(new Signed(handrail).interaction(body).statusCode()).isEqualTo(200);
        handrail.slack.await("an answer", () -> lena.ephemerals().size() > before);

        assertThat(lena.ephemerals().getLast().readable()).contains("took too long for Slack to open the form");
    }

    /** Presses a button that an edit has since removed, as it happens when two people look at one message. */
    private void stale(SlackMessage message) {
        var value = id.value() + ":1:1:count-the-stuck-orders";
        var body = """
                {"type":"block_actions","team":{"id":"T01LOCAL"},"user":{"id":"U02BEN","username":"ben","name":"ben"},
                 "container":{"type":"message","message_ts":"%1$s","channel_id":"%2$s"},"channel":{"id":"%2$s"},
                 "trigger_id":"x","actions":[{"type":"button","action_id":"answer.1","value":"%3$s","action_ts":"1.2"}]}""".formatted(message.ts(), message.channel(), value);
        assertThat(new Signed(handrail).interaction(body).statusCode()).isEqualTo(200);
    }

    @Test
    void givenSlackSendsAPressTwice_whenBothArrive_thenItIsDoneOnce() {
        fire();
        handrail.slack.fault("interaction", "concurrent", 1);
        root("U01ANA").click("I'm on it");
        root("U01ANA").expectReply("Step 1 of");
        handrail.awaitDelivered();

        assertThat(handrail.view(id).timeline())
                .filteredOn(happened -> happened.event() instanceof RunEvent.Acknowledged)
                .hasSize(1);
        assertThat(handrail.slack.as("U01ANA").ephemerals()).noneMatch(message -> message.contains("on it already"));
    }

    @Test
    void givenSomethingElse_whenASentenceIsTyped_thenTheOwnerIsToldIt() {
        fire();
        root("U01ANA").click("I'm on it");
        root("U01ANA").expectReply("Step 1 of").click("Something else…");
        var modal = handrail.slack.as("U01ANA").modal();
        assertThat(modal.title()).isEqualTo("Something else");
        assertThat(modal.submit(Map.of("sentence", "   ")).toString()).contains("errors");
        modal.submit(Map.of("sentence", "Two exporters <!channel> run"));
        handrail.slack.as("U01ANA").expectNoModal();

        var page = root("U01ANA").expectReply("Two exporters");
        assertThat(page.mentions()).containsExactlyInAnyOrder("U03MARTA", "S01ERP");
        var direct = handrail.slack.as("U03MARTA").inDirectMessages().message("Two exporters");
        direct.click("I've got it");
        root("U01ANA").expect("marta has it");
        direct.expect("marta has it");
        root("U01ANA").expectReply("There are no more steps");
    }

    @Test
    void givenTheEscalationIsTaken_whenItIsResolved_thenTheIncidentIsOver() {
        id = handrail.fires("SomethingNew", Map.of("flow", "order-to-erp"));
        var root = handrail.slack.as("U02BEN").inChannel(FLOW).root("SomethingNew");
        root.click("I've got it");
        root.expectReply("There are no more steps").click("Resolved…");
        handrail.slack.as("U02BEN").modal().submit(Map.of("sentence", "Restarted the consumer"));
        root.expect("Resolved by ben");

        root.expect("Restarted the consumer");
        assertThat(root.now().orElseThrow().buttons()).isEmpty();
        handrail.awaitDelivered();
    }

    @Test
    void givenARunningIncident_whenAllStepsAreAskedFor_thenAModalShowsThem() {
        fire();
        root("U01ANA").click("Show all steps");

        handrail.slack.as("U01ANA").modal().expect("Compare the watermark");
    }

    @Test
    void givenAClickThatACrashLeftBehind_whenHandrailRuns_thenItIsDoneAndNobodyIsAnswered() {
        fire();
        var asked = new Asked.Pressed(
                Verb.STILL_ON_IT,
                Long.toString(id.value()),
                HandrailFixture.BEN,
                new Asked.Spot("C01ORDERS", Optional.empty()),
                Optional.empty());
        var rows = handrail.bean(InboxRepository.class);
        rows.add("left-behind", id.value(), Json.write(asked), Instant.now().minusSeconds(5));
        handrail.slack.await(
                "the inbox to be empty", () -> rows.open(Set.of(-1L), 10).isEmpty());

        assertThat(rows.find("left-behind").orElseThrow().handledAt()).isNotNull();
        assertThat(handrail.slack.as("U02BEN").ephemerals()).noneMatch(message -> message.contains("moved on since"));
    }

    @Test
    void givenARowThatCannotBeRead_whenSomebodyPresses_thenItIsGivenUpAndTheOthersGoOn() {
        fire();
        var rows = handrail.bean(InboxRepository.class);
        rows.add("unreadable", id.value(), "{\"asked\":\"made_up\"}", Instant.now());
        root("U01ANA").click("I'm on it");
        root("U01ANA").expectReply("Step 1 of");

        assertThat(rows.find("unreadable").orElseThrow().error()).isNotNull();
    }

    @Test
    void givenAPressOnAnIncidentThatIsNotThere_whenItFailsAgainAndAgain_thenItIsGivenUpAndOthersGoOn() {
        fire();
        var body = """
                {"type":"block_actions","team":{"id":"T01LOCAL"},"user":{"id":"U02BEN","name":"ben"},
                 "container":{"message_ts":"1.1"},"channel":{"id":"C01ORDERS"},
                 "actions":[{"action_id":"ack","value":"999","action_ts":"1.2"}]}""";
        assertThat(new Signed(handrail).interaction(body).statusCode()).isEqualTo(200);
        root("U01ANA").click("I'm on it");
        root("U01ANA").expectReply("Step 1 of");

        handrail.slack.as("U02BEN").expectEphemeral("That did not work");
    }

    @Test
    void givenACommandOrAMention_whenWritten_thenHandrailSaysWhatItUnderstands() {
        handrail.slack.as("U01ANA").command(FLOW, "/handrail");
        handrail.slack.as("U01ANA").expectEphemeral("I walk you through a runbook");

        handrail.slack.as("U02BEN").inChannel(FLOW).say("help @handrail");
        handrail.slack.as("U02BEN").expectEphemeral("I walk you through a runbook");
    }

    @Test
    void givenRequestsOfAllKinds_whenTheyAreOddOrForged_thenNothingBreaks() {
        var signed = new Signed(handrail);

        assertThat(signed.post("x=1", "wrong-secret").statusCode()).isEqualTo(401);
        assertThat(signed.post("payload=%7Bnot", HandrailFixture.SECRET).statusCode())
                .isEqualTo(400);
        assertThat(signed.post("payload=%zz", HandrailFixture.SECRET).statusCode())
                .isEqualTo(400);
        assertThat(signed.interaction("{\"type\":\"made_up\"}").statusCode()).isEqualTo(200);
        assertThat(signed.interaction("{\"type\":\"block_actions\"}").statusCode())
                .isEqualTo(200);
        assertThat(signed.interaction(
                                "{\"type\":\"view_submission\",\"user\":{\"id\":\"U1\"},\"view\":{\"callback_id\":\"escalate\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(signed.post("{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}", HandrailFixture.SECRET)
                        .body())
                .contains("3eZb");
        assertThat(signed.post("x=" + "y".repeat(1024 * 1024), HandrailFixture.SECRET)
                        .statusCode())
                .isEqualTo(413);
    }

    private void fire() {
        id = handrail.fires("OrderExportStalled", Map.of("flow", "order-to-erp-" + ++fired));
        handrail.awaitDelivered();
    }

    private SlackMessage root(String person) {
        return handrail.slack.as(person).inChannel(FLOW).root("Orders stuck");
    }
}

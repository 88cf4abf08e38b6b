package dev.handrail.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.run.RunEvent;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.slack.HandrailFixture;
import dev.handrail.slack.inbound.Pipeline;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A Handrail that Slack talks to over sockets, whatever becomes of them. */
@Isolated("a click has 3 s to be acknowledged")
class SocketStoryTest {
    private static final String FLOW = "#order-flows";

    private static HandrailFixture handrail;
    private static int fired;

    private IncidentId id = new IncidentId(1);

    @BeforeAll
    static void start() {
        handrail = HandrailFixture.overSockets(Map.of("slack.socket.silence", "900ms"));
    }

    @AfterAll
    static void stop() {
        handrail.close();
    }

    @BeforeEach
    void sockets() {
        awaitSockets();
    }

    @Test
    void givenTwoSockets_whenAnIncidentIsWalked_thenAllGoesAsOverHttp() {
        fire();
        root().click("I'm on it");
        root().expectReply("Step 1 of").click("Something else…");
        var modal = handrail.slack.as("U01ANA").modal();
        assertThat(modal.submit(Map.of("sentence", "   ")).toString()).contains("errors");
        modal.submit(Map.of("sentence", "Two exporters run"));
        handrail.slack.as("U01ANA").expectNoModal();
        root().expectReply("Two exporters run");

        handrail.slack.as("U01ANA").command(FLOW, "/handrail help");
        handrail.slack.as("U01ANA").expectEphemeral("I walk you through a runbook");
        handrail.slack.as("U02BEN").inChannel(FLOW).say("help @handrail");
        handrail.slack.as("U02BEN").expectEphemeral("I walk you through a runbook");
    }

    @Test
    void givenSocketsThatAreRefreshedAndCut_whenPeopleKeepClicking_thenNoClickIsLostOrDoneTwice() {
        fire();
        var root = root();
        root.click("I'm on it");
        root.expectReply("Step 1 of");
        var before = opened();
        handrail.slack.call("socket", Map.of("act", "warn", "millis", 300));
        IntStream.range(0, 40).forEach(_ -> accepted(root.click("Show all steps")));
        handrail.slack.await("both to be replaced", () -> opened() >= before + 2 && open() == 2);
        handrail.slack.fault("interaction", "concurrent", 1);
        accepted(root.expectReply("Step 1 of").click("Oldest under 2 h"));
        root.expectReply("Step 2 of");
        handrail.awaitDelivered();

        assertThat(handrail.view(id).timeline())
                .filteredOn(happened -> happened.event() instanceof RunEvent.Answered)
                .hasSize(1);
    }

    @Test
    void givenSockets_whenTheyAreCutOrFallSilent_thenOthersAreOpened() {
        var before = opened();
        handrail.slack.call("socket", Map.of("act", "cut"));
        handrail.slack.await("others", () -> opened() >= before + 2 && open() == 2);
        handrail.slack.call("socket", Map.of("act", "mute"));
        handrail.slack.await("others again", () -> opened() >= before + 4 && open() == 2);

        assertThat(handrail.bean(SocketStanding.class).now().orElseThrow().isWell())
                .isTrue();
    }

    @Test
    void givenAThingThatCameOverHttp_whenItComesOverASocket_thenItIsTheSameThing() {
        fire();
        root().click("I'm on it");
        var envelope = handrail.slack.interactions().getLast();
        handrail.bean(Pipeline.class).take("interactive", payload(envelope));
        root().expectReply("Step 1 of");
        handrail.awaitDelivered();

        assertThat(handrail.slack.as("U01ANA").ephemerals()).noneMatch(said -> said.contains("on it already"));
    }

    @Test
    void givenSlackIsDown_whenItIsThereAgain_thenTheSocketsAre() {
        handrail.server.stop();
        handrail.server.resume();

        awaitSockets();
    }

    private static JsonNode payload(JsonNode logged) {
        var form = logged.path("body").asText();
        var json = URLDecoder.decode(form.substring("payload=".length()), StandardCharsets.UTF_8);
        return Json.tree(json);
    }

    private static void accepted(JsonNode answer) {
        assertThat(answer.path("status").asInt()).as("%s", answer).isEqualTo(200);
    }

    private static void awaitSockets() {
        handrail.slack.await("two sockets", () -> open() == 2);
    }

    private static int open() {
        return handrail.slack.call("sockets", Map.of()).path("sockets").size();
    }

    private static int opened() {
        return handrail.slack.call("sockets", Map.of()).path("opened").asInt();
    }

    private void fire() {
        id = handrail.fires("OrderExportStalled", Map.of("flow", "order-to-erp-" + ++fired));
        handrail.awaitDelivered();
    }

    private SlackMessage root() {
        return handrail.slack.as("U01ANA").inChannel(FLOW).root("Orders stuck");
    }
}

package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Position;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may act, where a guest is in the channel and only a user group's members and the owners may. */
class ActorsStoryTest {
    private static final String FLOW = "#order-flows";
    private static final String GUS = "U06GUS";

    private static HandrailFixture handrail;

    @BeforeAll
    static void start() {
        handrail = new HandrailFixture(Budgets.unlimited(), Map.of("handrail.slack.responders", "S01ERP"));
    }

    @AfterAll
    static void stop() {
        handrail.close();
    }

    @Test
    void givenAGuestAndSomebodyOfNoGroup_whenTheyActAndRead_thenOnlyWhatTheyReadIsDone() {
        var id = handrail.fires("guest");
        var gus = handrail.slack.as(GUS);

        root(GUS).click("I'm on it");
        gus.expectEphemeral("You are a guest in this workspace");
        gus.command(FLOW, "/handrail start order-export-stuck");
        gus.expectEphemeral("HANDRAIL_SLACK_GUESTS=act");
        gus.command(FLOW, "/handrail list");
        gus.expectEphemeral("Orders stuck");

        root("U01ANA").click("I'm on it");
        handrail.slack.as("U01ANA").expectEphemeral("Only responders act here");
        assertThat(handrail.view(id).state().position()).isInstanceOf(Position.Offered.class);
        assertThat(handrail.view(id).state().responder()).isEmpty();

        root("U02BEN").click("I'm on it");
        handrail.slack.awaitPresent(
                "a responder", () -> handrail.view(id).state().responder());
        assertThat(handrail.view(id).state().responder())
                .as("whom owners.yml names")
                .contains(HandrailFixture.BEN);
    }

    private static SlackMessage root(String user) {
        return handrail.slack.as(user).inChannel(FLOW).root("Orders stuck");
    }
}

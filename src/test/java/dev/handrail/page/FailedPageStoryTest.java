package dev.handrail.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.handrail.platform.Waiting;
import dev.handrail.run.RunEvent;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first contact can never be reached; the next one has an hour by the policy, and does not wait for it. */
@Waiting
class FailedPageStoryTest {
    @Test
    void givenAContactThatCannotBeReached_whenItsPageFails_thenTheNextIsToldAtOnceAndTheOperatorsHearOfIt(
            @TempDir Path library) throws IOException {
        Files.writeString(library.resolve("owners.yml"), """
            default: operators
            owners:
              operators: {contacts: [{slack_channel: '#commerce-alerts'}]}
              duty:
                contacts: [{pagerduty: LOST_KEY}]
                escalation: [{tell: duty, wait: 1h}, {tell: boss, wait: 1h}]
              boss: {name: The boss, contacts: [{slack_user: U02BEN}]}
              lead: {name: The lead, contacts: [{slack_user: U05LENA}, {email: lead@example.org}]}
            """);
        Files.writeString(library.resolve("flows.yml"), """
                default_channel: '#order-flows'
                flows:
                  order-to-erp: {owner: duty, channel: '#order-flows'}
                  returns: {owner: lead, channel: '#order-flows'}
                """);
        try (var handrail = new HandrailFixture(Budgets.unlimited(), Map.of("handrail.runbooks", library.toString()))) {
            var incident = handrail.fires("Weird", Map.of("flow", "order-to-erp"));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> handrail.view(incident).timeline().stream()
                            .anyMatch(happened ->
                                    happened.event() instanceof RunEvent.LevelTold told && told.level() == 1));

            handrail.slack.as("U02BEN").inDirectMessages().message("Weird");
            var told = handrail.slack.as("U01ANA").inChannel("#commerce-alerts").message("could not be delivered");
            assertThat(told.readable()).contains("incident " + incident, "by PagerDuty", "is not set");

            handrail.fires("Odd", Map.of("flow", "returns"));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(handrail.slack
                                    .as("U01ANA")
                                    .inChannel("#order-flows")
                                    .root("Odd")
                                    .thread())
                            .extracting(SlackMessage::readable)
                            .anySatisfy(said -> assertThat(said)
                                    .contains("*Not told:* The lead, by e-mail: no mail server is set")
                                    .doesNotContain("Also told")));
        }
    }
}

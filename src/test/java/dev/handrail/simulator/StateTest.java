package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.simulator.api.Budgets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
    private static final String BUTTON = "[{'type':'actions','elements':[{'type':'button','action_id':'a',"
            + "'text':{'type':'plain_text','text':'Go'}}]}]";

    @Test
    void givenAStateFile_whenTheProcessIsKilled_thenEverythingIsThereAgain(@TempDir Path folder) throws Exception {
        var file = folder.resolve("state").resolve("slack.json");
        try (var first =
                new LocalSlackFixture(settings -> settings.withStateFile(file).withBudgets(Budgets.unlimited()))) {
            var ts = first.post("#order-flows", "survives", BUTTON).getTs();
            first.methods.chatPostMessage(request -> request.channel("U01ANA").text("a direct one"));
            first.driver
                    .as("U01ANA")
                    .inChannel("#order-flows")
                    .message("survives")
                    .click("Go");
            var trigger = first.bot.last().payload().path("trigger_id").asText();

            try (var second = new LocalSlackFixture(settings -> settings.withStateFile(file))) {
                assertThat(second.driver.messages("#order-flows"))
                        .extracting(SlackMessage::ts)
                        .containsExactly(ts);
                second.driver.as("U01ANA").inDirectMessages().message("a direct one");
                var opened = second.methods.viewsOpen(request -> request.triggerId(trigger)
                        .viewAsString("{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},"
                                + "\"blocks\":[{\"type\":\"divider\"}]}"));
                assertThat(opened.isOk()).as(String.valueOf(opened)).isTrue();
                assertThat(second.post("#order-flows", "later", "[]").getTs()).isGreaterThan(ts);
            }
        }
    }

    @Test
    void givenAReaderWhoIsUpToDate_whenNothingChanged_thenTheAnswerIsShort() throws Exception {
        try (var local = new LocalSlackFixture()) {
            local.post("#order-flows", "one", "[]");
            var state = local.driver.state();
            var known = Map.of(
                    "since",
                    state.path("revision").asLong(),
                    "epoch",
                    state.path("epoch").asText());
            assertThat(local.driver.call("state", known).path("unchanged").asBoolean())
                    .isTrue();

            local.post("#order-flows", "two", "[]");
            var news = local.driver.call("state", known);
            assertThat(news.path("messages"))
                    .singleElement()
                    .matches(entry -> entry.at("/message/text").asText().equals("two"));

            local.driver.reset();
            assertThat(local.driver.call("state", known).path("messages")).isEmpty();
            assertThat(local.driver.call("state", known).path("partial").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void givenEscapedAlertText_whenPosted_thenItMentionsNobody() throws Exception {
        try (var local = new LocalSlackFixture()) {
            local.post(
                    "#order-flows",
                    "&lt;!channel&gt; &lt;@U01ANA&gt;",
                    "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'<!here>'}]}]}]");
            local.post(
                    "#payment-flows",
                    "paged",
                    "[{'type':'section','text':{'type':'mrkdwn','text':'<@U02BEN> <!subteam^S01ERP> <!here>'}}]");

            assertThat(local.driver.messages("#order-flows").getFirst().mentions())
                    .isEmpty();
            assertThat(local.driver.messages("#payment-flows").getFirst().mentions())
                    .containsExactly("S01ERP", "U02BEN", "here");
        }
    }
}

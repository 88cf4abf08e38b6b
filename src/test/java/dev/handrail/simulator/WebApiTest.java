package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.SlackApiException;
import dev.handrail.simulator.api.Budgets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {
    private final LocalSlackFixture local = new LocalSlackFixture();

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void givenAMessage_whenPostedAndEdited_thenPeopleSeeTheLastState() throws Exception {
        var posted = local.post("#order-flows", "Export stalled", "[]");
        var edited = local.methods.chatUpdate(request ->
                request.channel(posted.getChannel()).ts(posted.getTs()).text("Export runs"));

        assertThat(edited.isOk()).isTrue();
        assertThat(posted.getChannel()).isEqualTo("C01ORDERS");
        var seen = local.driver.as("U02BEN").inChannel("#order-flows").message("Export runs");
        assertThat(seen.isEdited()).isTrue();
        assertThat(local.driver.messages("#order-flows")).hasSize(1);
    }

    @Test
    void givenMessagesAtOneInstant_whenPosted_thenTheirTsIncrease() throws Exception {
        var first = local.post("#order-flows", "one", "[]").getTs();
        var second = local.post("#order-flows", "two", "[]").getTs();

        assertThat(second).isGreaterThan(first).matches("\\d{10}\\.\\d{6}");
    }

    @Test
    void givenNoTokenOrAWrongOne_whenCalled_thenItIsRefused() throws Exception {
        var error =
                local.methods.authTest(request -> request.token("xoxb-other")).getError();

        assertThat(error).isEqualTo("invalid_auth");
    }

    @Test
    void givenTheBotsToken_whenTested_thenItIsHandrail() throws Exception {
        var who = local.methods.authTest(request -> request);

        assertThat(List.of(who.getTeamId(), who.getUserId(), who.getBotId()))
                .containsExactly("T01LOCAL", "U00HANDRAIL", "B01HANDRAIL");
    }

    @Test
    void givenAPerson_whenPostedTo_thenItGoesToTheirDirectMessages() throws Exception {
        var posted = local.methods.chatPostMessage(
                request -> request.channel("U03MARTA").text("You own this"));
        var opened = local.methods.conversationsOpen(request -> request.users(List.of("U03MARTA")));

        assertThat(opened.getChannel().getId()).isEqualTo(posted.getChannel()).startsWith("D");
        local.driver.as("U03MARTA").inDirectMessages().message("You own this");
    }

    @Test
    void givenARefusingConversation_whenPosted_thenTheErrorSaysWhy() throws Exception {
        local.driver.archive("#platform-jobs");
        local.driver.removeBotFrom("#commerce-alerts");

        assertThat(local.post("C99NONE", "x", "[]").getError()).isEqualTo("channel_not_found");
        assertThat(local.post("#platform-jobs", "x", "[]").getError()).isEqualTo("is_archived");
        assertThat(local.post("#commerce-alerts", "x", "[]").getError()).isEqualTo("not_in_channel");
        assertThat(local.methods
                        .conversationsJoin(request -> request.channel("C04COMMERCE"))
                        .isOk())
                .isTrue();
        assertThat(local.post("#commerce-alerts", "x", "[]").isOk()).isTrue();
    }

    @Test
    void givenNoText_whenPosted_thenItIsRefused() throws Exception {
        var answer = local.methods.chatPostMessage(
                request -> request.channel("#order-flows").blocksAsString("[{\"type\":\"divider\"}]"));

        assertThat(answer.getError()).isEqualTo("no_text");
    }

    @Test
    void givenAForeignOrMissingMessage_whenUpdated_thenItIsRefused() throws Exception {
        local.driver.as("U01ANA").inChannel("#order-flows").say("mine");
        var foreign = local.driver.as("U01ANA").inChannel("#order-flows").message("mine");

        assertThat(update(foreign.ts(), "no")).isEqualTo("cant_update_message");
        assertThat(update("1000000000.000001", "no")).isEqualTo("message_not_found");
    }

    @Test
    void givenTextOver4000BytesAfterEscaping_whenUpdated_thenItIsTooLong() throws Exception {
        var ts = local.post("#order-flows", "short", "[]").getTs();

        assertThat(update(ts, "a".repeat(4001))).isEqualTo("msg_too_long");
        assertThat(update(ts, "é".repeat(2001))).isEqualTo("msg_too_long");
        assertThat(update(ts, "&".repeat(801))).isEqualTo("msg_too_long");
        assertThat(local.methods
                        .chatUpdate(
                                request -> request.channel("C01ORDERS").ts(ts).text("&amp;".repeat(800)))
                        .isOk())
                .isTrue();
    }

    private String update(String ts, String text) throws IOException, SlackApiException {
        return local.methods
                .chatUpdate(request -> request.channel("C01ORDERS").ts(ts).text(text))
                .getError();
    }

    @Test
    void givenAThread_whenRead_thenMetadataComesWhenAskedFor() throws Exception {
        var root = local.post("#order-flows", "root", "[]");
        local.methods.chatPostMessage(request -> request.channel("C01ORDERS")
                .threadTs(root.getTs())
                .text("step 1")
                .metadataAsString("{\"event_type\":\"slot\",\"event_payload\":{\"id\":\"s1\"}}"));

        var plain = local.methods.conversationsReplies(
                request -> request.channel("C01ORDERS").ts(root.getTs()));
        var full = local.methods.conversationsReplies(
                request -> request.channel("C01ORDERS").ts(root.getTs()).includeAllMetadata(true));

        assertThat(plain.getMessages()).hasSize(2).last().matches(message -> message.getMetadata() == null);
        assertThat(full.getMessages().getLast().getMetadata().getEventPayload()).containsEntry("id", "s1");
        assertThat(full.getMessages().getFirst().getReplyCount()).isEqualTo(1);
    }

    @Test
    void givenMoreThanAPage_whenRead_thenTheCursorLeadsOn() throws Exception {
        for (var number = 1; number <= 5; number++) {
            local.post("#order-flows", "message " + number, "[]");
        }

        var first = local.methods.conversationsHistory(
                request -> request.channel("C01ORDERS").limit(3));
        var cursor = first.getResponseMetadata().getNextCursor();
        var rest = local.methods.conversationsHistory(
                request -> request.channel("C01ORDERS").limit(3).cursor(cursor));

        assertThat(first.getMessages()).extracting("text").containsExactly("message 5", "message 4", "message 3");
        assertThat(rest.getMessages()).extracting("text").containsExactly("message 2", "message 1");
        assertThat(rest.isHasMore()).isFalse();
    }

    @Test
    void givenTheDirectory_whenListed_thenPeopleAndGroupsAreThere() throws Exception {
        assertThat(local.methods.usersList(request -> request).getMembers()).hasSize(7);
        assertThat(local.methods
                        .usersInfo(request -> request.user("U05LENA"))
                        .getUser()
                        .getRealName())
                .isEqualTo("Lena Fischer");
        assertThat(local.methods
                        .usergroupsList(request -> request.includeUsers(true))
                        .getUsergroups())
                .extracting("handle")
                .containsExactly("erp-integration", "payments", "platform");
        assertThat(local.methods.conversationsList(request -> request).getChannels())
                .hasSize(4);
    }

    @Test
    void givenTooManyCalls_whenOneMoreComes_thenItIs429UntilTimePasses() throws Exception {
        try (var strict = new LocalSlackFixture(settings -> settings.withBudgets(Budgets.ofSlack()))) {
            for (var number = 0; number < 10; number++) {
                strict.post("#order-flows", "burst", "[]");
            }

            assertThatThrownBy(() -> strict.post("#order-flows", "one too many", "[]"))
                    .isInstanceOfSatisfying(SlackApiException.class, e -> {
                        assertThat(e.getResponse().code()).isEqualTo(429);
                        assertThat(e.getResponse().header("Retry-After")).isEqualTo("10");
                    });
            strict.passes(Duration.ofSeconds(10));
            assertThat(strict.post("#order-flows", "later", "[]").isOk()).isTrue();
        }
    }

    @Test
    void givenAPlannedFault_whenTheEffectTakesPlaceFirst_thenTheMessageIsThere() {
        local.driver.fault("chat.postMessage", "500_after", 1);

        assertThatThrownBy(() -> local.post("#order-flows", "ambiguous", "[]"))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        e -> assertThat(e.getResponse().code()).isEqualTo(500));
        assertThat(local.driver.messages("#order-flows")).hasSize(1);
        assertThat(local.driver.calls("chat.postMessage"))
                .singleElement()
                .matches(call -> call.path("status").asInt() == 500);
    }

    @Test
    void givenPlannedFaults_whenNothingTakesPlace_thenThereIsNoMessage() throws Exception {
        local.driver.fault(Map.of("method", "*", "kind", "429", "retry_after", 7));
        assertThatThrownBy(() -> local.post("#order-flows", "x", "[]"))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        e -> assertThat(e.getResponse().header("Retry-After")).isEqualTo("7"));
        local.driver.fault("*", "down", 5); // Slack's client tries a broken connection again by itself
        assertThatThrownBy(() -> local.post("#order-flows", "x", "[]")).isInstanceOf(IOException.class);
        local.driver.clearFaults();
        local.driver.fault(Map.of("method", "chat.postMessage", "error", "fatal_error"));
        assertThat(local.post("#order-flows", "x", "[]").getError()).isEqualTo("fatal_error");

        assertThat(local.driver.messages("#order-flows")).isEmpty();
    }

    @Test
    void givenSlackIsDownForAMinute_whenItIsBack_thenNothingIsLost() throws Exception {
        local.post("#order-flows", "before", "[]");
        local.server.stop();
        assertThatThrownBy(() -> local.post("#order-flows", "lost", "[]")).isInstanceOf(IOException.class);
        local.server.resume();
        local.post("#order-flows", "after", "[]");

        assertThat(local.driver.messages("#order-flows"))
                .extracting(SlackMessage::text)
                .containsExactly("before", "after");
    }
}

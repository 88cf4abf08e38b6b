package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the local Slack refuses: a row for each rule that no test of its own tells more about. */
class StrictnessTest {
    private static final String BLOCKS = "[{'type':'section','text':{'type':'mrkdwn','text':'%s'}}]";
    private static final String VIEW = "{'type':'modal','title':{'type':'plain_text','text':'T'},'blocks':[]}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));

    private static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("chat.postMessage", "'channel':'C99NONE','text':'x'", "channel_not_found"),
                arguments("chat.postMessage", "'text':'x'", "channel_not_found"),
                arguments("chat.postMessage", "'channel':'#platform-jobs','text':'x'", "is_archived"),
                arguments("chat.postMessage", "'channel':'#commerce-alerts','text':'x'", "not_in_channel"),
                arguments("chat.postMessage", "'channel':'U99NOBODY','text':'x'", "channel_not_found"),
                arguments("chat.postMessage", "'channel':'#order-flows'", "no_text"),
                arguments("chat.postMessage", "'channel':'#order-flows','text':''", "no_text"),
                arguments("chat.postMessage", "'channel':'#order-flows','text':'LONG(40001)'", "msg_too_long"),
                arguments(
                        "chat.postMessage",
                        "'channel':'#order-flows','text':'x','thread_ts':'1000000000.000001'",
                        "thread_not_found"),
                arguments(
                        "chat.postMessage",
                        "'channel':'#order-flows','text':'x','thread_ts':'REPLY'",
                        "thread_not_found"),
                arguments(
                        "chat.postMessage",
                        "'channel':'#payment-flows','text':'x','thread_ts':'ROOT'",
                        "thread_not_found"),
                arguments(
                        "chat.postMessage",
                        "'channel':'#order-flows','text':'x','blocks':'{['",
                        "invalid_blocks_format"),
                arguments("chat.postMessage", "'channel':'#order-flows','text':'x','blocks':{}", "invalid_blocks"),
                arguments(
                        "chat.postMessage",
                        "'channel':'#order-flows','text':'x','metadata':{}",
                        "invalid_metadata_format"),
                arguments("chat.update", "'channel':'C01ORDERS','ts':'ROOT'", "no_text"),
                arguments("chat.update", "'channel':'C01ORDERS','ts':'ROOT','text':'LONG(4001)'", "msg_too_long"),
                arguments("chat.update", "'channel':'C01ORDERS','ts':'EPHEMERAL','text':'x'", "message_not_found"),
                arguments("chat.update", "'channel':'C01ORDERS','ts':'FOREIGN','text':'x'", "cant_update_message"),
                arguments("chat.update", "'channel':'C02PAYMENTS','ts':'ROOT','text':'x'", "message_not_found"),
                arguments("chat.update", "'channel':'C03JOBS','ts':'ROOT','text':'x'", "is_archived"),
                arguments("chat.update", "'channel':'C04COMMERCE','ts':'ROOT','text':'x'", "not_in_channel"),
                arguments(
                        "chat.update",
                        "'channel':'C01ORDERS','ts':'ROOT','text':'x','blocks':%s"
                                .formatted(BLOCKS.formatted("LONG(3000)").replace("]", "")
                                        + (","
                                                        + BLOCKS.formatted("LONG(3000)")
                                                                .replace("[", "")
                                                                .replace("]", ""))
                                                .repeat(4)
                                        + "]"),
                        "msg_blocks_too_long"),
                arguments("chat.postEphemeral", "'channel':'C01ORDERS','text':'x'", "user_not_found"),
                arguments(
                        "chat.postEphemeral",
                        "'channel':'C01ORDERS','text':'x','user':'U00HANDRAIL'",
                        "user_not_in_channel"),
                arguments("chat.postEphemeral", "'channel':'C04COMMERCE','text':'x','user':'U01ANA'", "not_in_channel"),
                arguments("chat.postEphemeral", "'channel':'C01ORDERS','user':'U01ANA'", "no_text"),
                arguments("chat.getPermalink", "'channel':'C01ORDERS','message_ts':'EPHEMERAL'", "message_not_found"),
                arguments("conversations.replies", "'channel':'C01ORDERS','ts':'EPHEMERAL'", "thread_not_found"),
                arguments("conversations.replies", "'channel':'C04COMMERCE','ts':'ROOT'", "not_in_channel"),
                arguments("conversations.history", "'channel':'C99NONE'", "channel_not_found"),
                arguments("conversations.join", "'channel':'C03JOBS'", "is_archived"),
                arguments("conversations.open", "'users':'U99NOBODY'", "user_not_found"),
                arguments("users.info", "'user':'U99NOBODY'", "user_not_found"),
                arguments("views.open", "'trigger_id':'1.2.3','view':" + VIEW, "invalid_trigger_id"),
                arguments("views.update", "'view_id':'V99','view':" + VIEW, "not_found"),
                arguments(
                        "views.publish", "'user_id':'U99NOBODY','view':{'type':'home','blocks':[]}", "user_not_found"),
                arguments("apps.connections.open", "", "not_allowed_token_type"),
                arguments("chat.shout", "", "unknown_method"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("refusals")
    void givenACallThatSlackRefuses_whenMade_thenTheErrorSaysWhy(String method, String arguments, String error) {
        try (var slack = slack(budgets -> Budgets.unlimited())) {
            var places = workspace(slack);
            var answer =
                    Json.tree(call(slack, method, resolved(arguments, places)).body());

            assertThat(answer.path("error").asText()).isEqualTo(error);
            assertThat(answer.path("ok").asBoolean()).isFalse();
            assertThat(answer.has("local_slack_unknown")).isTrue();
        }
    }

    private static Stream<Arguments> budgets() {
        return Budgets.ofSlack().perMinute().entrySet().stream()
                .map(budget -> arguments(budget.getKey(), budget.getValue()));
    }

    @ParameterizedTest(name = "{0}: {1} a minute")
    @MethodSource("budgets")
    void givenABudget_whenItIsUsedUp_thenOneMoreCallMustWaitAsLongAsSlackSays(String method, int perMinute) {
        try (var slack = slack(UnaryOperator.identity())) {
            for (var number = 0; number < perMinute; number++) {
                assertThat(asked(slack, method).status()).isEqualTo(200);
            }
            now.updateAndGet(time -> time.plusSeconds(20));

            var refused = asked(slack, method);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headers()).containsEntry("Retry-After", "40");
            now.updateAndGet(time -> time.plusSeconds(40));
            assertThat(asked(slack, method).status()).isEqualTo(200);
        }
    }

    @Test
    void givenMessagesToOneChannelByTwoNames_whenItsBurstIsOver_thenOneASecond() {
        try (var slack = slack(UnaryOperator.identity())) {
            for (var number = 0; number < 10; number++) {
                var name = number % 2 == 0 ? "#order-flows" : "C01ORDERS";
                assertThat(post(slack, name).status()).isEqualTo(200);
                now.updateAndGet(time -> time.plusMillis(100));
            }

            assertThat(post(slack, "C01ORDERS").headers()).containsEntry("Retry-After", "9");
            assertThat(post(slack, "#payment-flows").status()).isEqualTo(200);
        }
    }

    @Test
    void givenMessagesToAllChannels_whenThereAreSeveralHundredInAMinute_thenTheWorkspaceIsFull() {
        try (var slack = slack(budgets -> budgets.withPostBurst(1000))) {
            for (var number = 0; number < 300; number++) {
                assertThat(post(slack, "#order-flows").status()).isEqualTo(200);
            }

            assertThat(post(slack, "#payment-flows").headers()).containsEntry("Retry-After", "60");
        }
    }

    @Test
    void givenAMessageWithBlocks_whenUpdatedWithTextAlone_thenItsBlocksAreGone() {
        try (var slack = slack(budgets -> Budgets.unlimited())) {
            var root = workspace(slack).get("ROOT");
            var answer = call(slack, "chat.update", "'channel':'C01ORDERS','ts':'%s','text':'x'".formatted(root));

            assertThat(Json.tree(answer.body()).path("message").has("blocks")).isFalse();
        }
    }

    @Test
    void givenNoToken_whenCalled_thenItIsRefusedBeforeItCounts() {
        try (var slack = slack(UnaryOperator.identity())) {
            for (var number = 0; number < 100; number++) {
                var reply = slack.handle(request("api/chat.update", Map.of(), "{}"));
                assertThat(((Reply.Answer) reply).body()).contains("not_authed");
            }

            assertThat(call(slack, "chat.update", "").status()).isEqualTo(200);
        }
    }

    @Test
    void givenSlackAsItIs_whenItTellsOfAnEvent_thenItTriesAgainAtOnceAfterAMinuteAndAfterFive() {
        assertThat(LocalSlackSettings.of("t", "s", URI.create("http://127.0.0.1:1/"))
                        .eventRetries())
                .hasValueSatisfying(waits ->
                        assertThat(waits).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)));
    }

    private LocalSlack slack(UnaryOperator<Budgets> change) {
        var settings = LocalSlackSettings.of(LocalSlackFixture.TOKEN, "s", URI.create("http://127.0.0.1:1/"))
                .withoutEvents()
                .withSockets(LocalSlackFixture.APP_TOKEN);
        return new LocalSlack(settings.withBudgets(change.apply(settings.budgets())), now::get);
    }

    /** An archived channel, one without the bot; a message, a reply, one of somebody else, one for one person only. */
    private static Map<String, String> workspace(LocalSlack slack) {
        control(slack, "channel", "'channel':'#platform-jobs','archived':true");
        control(slack, "channel", "'channel':'#commerce-alerts','joined':false");
        var root = ts(
                call(slack, "chat.postMessage", "'channel':'C01ORDERS','text':'x','blocks':" + BLOCKS.formatted("x")));
        var reply = ts(call(slack, "chat.postMessage", "'channel':'C01ORDERS','text':'x','thread_ts':'" + root + "'"));
        var foreign = control(slack, "message", "'user':'U01ANA','channel':'C01ORDERS','text':'x'");
        var ephemeral = call(slack, "chat.postEphemeral", "'channel':'C01ORDERS','user':'U01ANA','text':'x'");
        return Map.of(
                "ROOT",
                root,
                "REPLY",
                reply,
                "FOREIGN",
                foreign.path("ts").asText(),
                "EPHEMERAL",
                Json.tree(ephemeral.body()).path("message_ts").asText());
    }

    private static String ts(Reply.Answer answer) {
        return Json.tree(answer.body()).path("ts").asText();
    }

    private static String resolved(String arguments, Map<String, String> places) {
        var resolved = arguments;
        for (var place : places.entrySet()) {
            resolved = resolved.replace("'" + place.getKey() + "'", "'" + place.getValue() + "'");
        }
        for (var length : new int[] {3000, 4001, 40_001}) {
            resolved = resolved.replace("LONG(" + length + ")", "x".repeat(length));
        }
        return resolved;
    }

    private static Reply.Answer post(LocalSlack slack, String channel) {
        return call(slack, "chat.postMessage", "'channel':'%s','text':'x'".formatted(channel));
    }

    /** Asks for nothing in particular, with the token that the method takes. */
    private static Reply.Answer asked(LocalSlack slack, String method) {
        var token = method.startsWith("apps.") ? LocalSlackFixture.APP_TOKEN : LocalSlackFixture.TOKEN;
        return (Reply.Answer) slack.handle(request("api/" + method, Map.of("Authorization", "Bearer " + token), "{}"));
    }

    private static Reply.Answer call(LocalSlack slack, String method, String arguments) {
        var headers = Map.of("Authorization", "Bearer " + LocalSlackFixture.TOKEN);
        return (Reply.Answer) slack.handle(request("api/" + method, headers, "{" + arguments + "}"));
    }

    private static JsonNode control(LocalSlack slack, String verb, String arguments) {
        var answer = (Reply.Answer) slack.handle(request("control/" + verb, Map.of(), "{" + arguments + "}"));
        return Json.tree(answer.body());
    }

    private static Request request(String path, Map<String, String> headers, String body) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return new Request("POST", LocalSlack.ROOT + path, "", all, body.replace('\'', '"'));
    }
}

package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.FakeBot.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InteractionTest {
    private static final String CARD = """
            [{'type':'section','block_id':'card','text':{'type':'mrkdwn','text':'*Stalled*'},
              'accessory':{'type':'overflow','action_id':'more','options':[
                {'text':{'type':'plain_text','text':'Export'},'value':'export'},
                {'text':{'type':'plain_text','text':'Show all steps'},'value':'all'}]}},
             {'type':'actions','block_id':'buttons','elements':[
                {'type':'button','action_id':'take','value':'run-1','style':'primary',
                 'text':{'type':'plain_text','text':'I am on it'}}]}]
            """;

    private final LocalSlackFixture local = new LocalSlackFixture();
    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    @AfterEach
    void close() {
        local.close();
    }

    private SlackMessage card() throws Exception {
        var posted = local.post("#order-flows", "Order export stalled", CARD);
        assertThat(posted.getError()).isNull();
        return local.driver.as("U01ANA").inChannel("#order-flows").message("Stalled");
    }

    @Test
    void givenAButton_whenPressed_thenTheBotGetsASignedBlockAction() throws Exception {
        var card = card();
        card.click("I am on it");

        var received = local.bot.last();
        var payload = received.payload();
        assertThat(received.headers().get("x-slack-signature"))
                .isEqualTo(hmac("v0:" + received.headers().get("x-slack-request-timestamp") + ":" + received.body()));
        assertThat(payload.path("type").asText()).isEqualTo("block_actions");
        assertThat(payload.at("/team/id").asText()).isEqualTo("T01LOCAL");
        assertThat(payload.at("/user/id").asText()).isEqualTo("U01ANA");
        assertThat(payload.at("/container/message_ts").asText()).isEqualTo(card.ts());
        assertThat(payload.at("/channel/name").asText()).isEqualTo("order-flows");
        assertThat(payload.at("/message/text").asText()).isEqualTo("Order export stalled");
        assertThat(payload.at("/actions/0/action_id").asText()).isEqualTo("take");
        assertThat(payload.at("/actions/0/block_id").asText()).isEqualTo("buttons");
        assertThat(payload.at("/actions/0/value").asText()).isEqualTo("run-1");
        assertThat(payload.at("/actions/0/type").asText()).isEqualTo("button");
        assertThat(payload.path("response_url").asText()).startsWith(local.server.url() + "response/");
    }

    private static String hmac(String signed) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(LocalSlackFixture.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void givenAnOverflowMenu_whenAnOptionIsPressed_thenItIsSelected() throws Exception {
        card().click("Show all steps");

        assertThat(local.bot
                        .last()
                        .payload()
                        .at("/actions/0/selected_option/value")
                        .asText())
                .isEqualTo("all");
    }

    @Test
    void givenAFailingBot_whenAButtonIsPressed_thenThePersonIsTold() throws Exception {
        local.bot.answers(500, "");
        assertThat(card().click("I am on it").path("problem").asText()).isEqualTo("⚠️ the app answered 500: try again");
    }

    @Test
    void givenADuplicateDelivery_whenAButtonIsPressed_thenTheSamePayloadComesTwice() throws Exception {
        var card = card();
        local.driver.fault("interaction", "duplicate", 1);
        card.click("I am on it");
        local.driver.fault("interaction", "concurrent", 1);
        card.click("I am on it");

        var bodies = local.bot.received().stream().map(FakeBot.Received::body).toList();
        assertThat(bodies).hasSize(4);
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
        assertThat(bodies.get(2)).isEqualTo(bodies.get(3));
    }

    @Test
    void givenATrigger_whenUsedTwiceOrLate_thenItIsRefused() throws Exception {
        var card = card();
        card.click("I am on it");
        var trigger = local.bot.last().payload().path("trigger_id").asText();
        assertThat(open(trigger)).isNull();
        assertThat(open(trigger)).isEqualTo("exchanged_trigger_id");

        card.click("I am on it");
        local.passes(Duration.ofMillis(3001));
        assertThat(open(local.bot.last().payload().path("trigger_id").asText())).isEqualTo("expired_trigger_id");
        assertThat(open("123.456.abc")).isEqualTo("invalid_trigger_id");
    }

    private @Nullable String open(String trigger) throws Exception {
        return local.methods
                .viewsOpen(request -> request.triggerId(trigger).viewAsString(modal()))
                .getError();
    }

    private static String modal() {
        return """
                {'type':'modal','callback_id':'note','private_metadata':'run-1','notify_on_close':true,
                 'title':{'type':'plain_text','text':'Add a note'},'submit':{'type':'plain_text','text':'Save'},
                 'blocks':[{'type':'input','block_id':'what','label':{'type':'plain_text','text':'What you saw'},
                   'element':{'type':'plain_text_input','action_id':'text','multiline':true}}]}
                """.replace('\'', '"');
    }

    private SlackModal openModal() throws Exception {
        card().click("I am on it");
        assertThat(open(local.bot.last().payload().path("trigger_id").asText())).isNull();
        return local.driver.as("U01ANA").modal();
    }

    @Test
    void givenAModal_whenSubmitted_thenTheBotGetsTheValuesAndItCloses() throws Exception {
        var modal = openModal();
        var outcome = modal.submit(Map.of("What you saw", "The queue is empty"));

        var payload = local.bot.last().payload();
        assertThat(outcome.path("errors")).isEmpty();
        assertThat(payload.path("type").asText()).isEqualTo("view_submission");
        assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("run-1");
        assertThat(payload.at("/view/state/values/what/text/value").asText()).isEqualTo("The queue is empty");
        local.driver.as("U01ANA").expectNoModal();
    }

    @Test
    void givenARequiredInputLeftEmpty_whenSubmitted_thenSlackItselfSaysSo() throws Exception {
        var modal = openModal();
        var before = local.bot.received().size();

        assertThat(modal.submit(Map.of()).at("/errors/what").asText()).startsWith("Please complete");
        assertThat(local.bot.received()).hasSize(before);
    }

    @Test
    void givenTheBotsAnswer_whenSubmitted_thenTheModalFollowsIt() throws Exception {
        var modal = openModal();
        local.bot.answers(200, "{\"response_action\":\"errors\",\"errors\":{\"what\":\"Too short\"}}");
        assertThat(modal.submit(Map.of("what", "x")).at("/errors/what").asText())
                .isEqualTo("Too short");

        local.bot.answers(
                200, "{\"response_action\":\"push\",\"view\":%s}".formatted(modal().replace("Add a note", "Really?")));
        modal.submit(Map.of("what", "x"));
        var pushed = local.driver.as("U01ANA").modal();
        assertThat(pushed.title()).isEqualTo("Really?");

        local.bot.answers(
                200, "{\"response_action\":\"update\",\"view\":%s}".formatted(modal().replace("Add a note", "Done")));
        pushed.submit(Map.of("what", "x"));
        assertThat(local.driver.as("U01ANA").modal().title()).isEqualTo("Done");

        local.bot.answers(200, "{\"response_action\":\"clear\"}");
        local.driver.as("U01ANA").modal().submit(Map.of("what", "x"));
        local.driver.as("U01ANA").expectNoModal();
    }

    @Test
    void givenAModalThatAsksForIt_whenClosed_thenTheBotIsTold() throws Exception {
        openModal().close();

        assertThat(local.bot.last().payload().path("type").asText()).isEqualTo("view_closed");
    }

    @Test
    void givenAResponseUrl_whenUsed_thenFiveTimesWithinHalfAnHour() throws Exception {
        var card = card();
        card.click("I am on it");
        var url = local.bot.last().payload().path("response_url").asText();

        for (var use = 1; use <= 5; use++) {
            assertThat(respond(url, "Ben was first").statusCode()).isEqualTo(200);
        }
        assertThat(respond(url, "too often").body()).contains("used_url");
        assertThat(local.driver.ephemeralsOf("U01ANA")).hasSize(5);
        assertThat(local.driver.ephemeralsOf("U02BEN")).isEmpty();

        card.click("I am on it");
        local.passes(Duration.ofMinutes(31));
        assertThat(respond(local.bot.last().payload().path("response_url").asText(), "late")
                        .body())
                .contains("expired_url");
    }

    @Test
    void givenAnEphemeralMessage_whenItsButtonIsPressed_thenOnlyItsResponseUrlChangesIt() throws Exception {
        local.methods.chatPostEphemeral(request ->
                request.channel("C01ORDERS").user("U01ANA").text("Take over?").blocksAsString(CARD.replace('\'', '"')));
        local.driver.as("U01ANA").expectEphemeral("Take over?").click("I am on it");
        var payload = local.bot.last().payload();
        assertThat(payload.at("/container/is_ephemeral").asBoolean()).isTrue();
        var ts = payload.at("/container/message_ts").asText();
        assertThat(local.methods
                        .chatUpdate(r -> r.channel("C01ORDERS").ts(ts).text("no"))
                        .getError())
                .isEqualTo("message_not_found");

        var url = payload.path("response_url").asText();
        respond(url, Map.of("replace_original", true, "text", "You took over"));
        assertThat(local.driver.as("U01ANA").ephemerals())
                .singleElement()
                .matches(m -> m.text().equals("You took over"));
        respond(url, Map.of("delete_original", true));
        assertThat(local.driver.as("U01ANA").ephemerals()).isEmpty();
    }

    private HttpResponse<String> respond(String url, String text) throws IOException, InterruptedException {
        return respond(url, Map.of("text", text));
    }

    private HttpResponse<String> respond(String url, Map<String, ?> body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void givenACommand_whenTyped_thenTheBotsAnswerIsForThePersonOnly() {
        local.bot.answers(200, "Nothing is open.");
        local.driver.as("U05LENA").command("#order-flows", "/handrail open mine");

        var fields = local.bot.last().payload();
        assertThat(fields.path("command").asText()).isEqualTo("/handrail");
        assertThat(fields.path("text").asText()).isEqualTo("open mine");
        assertThat(fields.path("user_id").asText()).isEqualTo("U05LENA");
        local.driver.as("U05LENA").expectEphemeral("Nothing is open.");
    }

    @Test
    void givenAReplyInAThread_whenTheBotFails_thenTheEventIsSentAgain() throws Exception {
        var card = card();
        local.bot.behaves(_ -> new Answer(local.bot.received().size() < 3 ? 500 : 200, ""));
        card.reply("the queue <is> empty");

        local.driver.await("three deliveries", () -> local.bot.received().size() == 3);
        var events =
                local.bot.received().stream().map(FakeBot.Received::payload).toList();
        assertThat(events).extracting(event -> event.path("event_id").asText()).containsOnly(id(events));
        assertThat(events.getFirst().at("/event/thread_ts").asText()).isEqualTo(card.ts());
        assertThat(events.getFirst().at("/event/text").asText()).isEqualTo("the queue &lt;is&gt; empty");
        assertThat(local.bot.received())
                .extracting(received -> received.headers().getOrDefault("x-slack-retry-num", "0"))
                .containsExactly("0", "1", "2");
    }

    private static String id(List<JsonNode> events) {
        return events.getFirst().path("event_id").asText();
    }
}

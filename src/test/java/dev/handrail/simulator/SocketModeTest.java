package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The local Slack in Socket Mode: as strict as Slack, and then a little. */
class SocketModeTest {
    private static final String BUTTON = """
            [{"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"go","value":"1",
              "text":{"type":"plain_text","text":"Go"}}]}]""";

    private final LocalSlackFixture slack = new LocalSlackFixture(
            settings -> settings.withSockets(LocalSlackFixture.APP_TOKEN).withEventRetries(List.of(Duration.ZERO)));
    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private SlackMessage message;

    @BeforeEach
    void post() throws Exception {
        slack.post("#order-flows", "press", BUTTON);
        message = slack.driver.as("U01ANA").inChannel("#order-flows").message("press");
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        slack.close();
    }

    @Test
    void givenTheAppsToken_whenASocketIsOpened_thenItSaysHelloAndHowManyThereAre() {
        assertThat(open().next().path("num_connections").asInt()).isEqualTo(1);
        assertThat(open().next().path("num_connections").asInt()).isEqualTo(2);
        assertThat(opening(LocalSlackFixture.TOKEN).path("error").asText()).isEqualTo("not_allowed_token_type");
        assertThat(opening("xapp-other").path("error").asText()).isEqualTo("invalid_auth");
    }

    @Test
    void givenAnAddress_whenItIsUsedTwiceOrTooLate_thenNobodyIsLetIn() {
        var once = address();
        TestSocket.open(http, once);
        var late = address();
        slack.passes(Duration.ofSeconds(31));

        assertThatThrownBy(() -> TestSocket.open(http, once)).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> TestSocket.open(http, late)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void givenTwoSockets_whenPeopleClick_thenEachClickGoesOverOneOfThem() {
        var one = greeted();
        var other = greeted();
        var first = clicking();
        one.acknowledge(one.next(), "");
        var second = clicking();
        var envelope = other.next();
        other.acknowledge(envelope, "");

        assertThat(first.join().path("status").asInt()).isEqualTo(200);
        assertThat(second.join().path("status").asInt()).isEqualTo(200);
        assertThat(envelope.path("type").asText()).isEqualTo("interactive");
        assertThat(envelope.at("/payload/type").asText()).isEqualTo("block_actions");
        assertThat(slack.bot.received()).isEmpty();
    }

    @Test
    void givenAClick_whenItIsNotAcknowledgedIn3Seconds_thenWhoeverClickedIsToldSo() {
        greeted();

        assertThat(clicking().join().path("problem").asText()).contains("did not acknowledge in time");
    }

    @Test
    void givenNoSocket_whenSomebodyClicks_thenItIsNotDelivered() {
        assertThat(clicking().join().path("problem").asText()).contains("has no socket open");
    }

    @Test
    void givenAClick_whenItIsAcknowledgedWithAPayload_thenThatIsAProblem() {
        var socket = greeted();
        var click = clicking();
        var envelope = socket.next();
        assertThat(envelope.path("accepts_response_payload").asBoolean(true)).isFalse();
        socket.acknowledge(envelope, ",\"payload\":{\"text\":\"x\"}");

        assertThat(click.join().path("problem").asText()).contains("payload where Slack takes none");
    }

    @Test
    void givenACommand_whenItIsAcknowledgedWithAPayload_thenThatIsShown() {
        var socket = greeted();
        var typed =
                CompletableFuture.runAsync(() -> slack.driver.as("U01ANA").command("#order-flows", "/handrail help"));
        var envelope = socket.next();
        socket.acknowledge(envelope, ",\"payload\":{\"text\":\"here you are\"}");
        typed.join();

        assertThat(envelope.path("type").asText()).isEqualTo("slash_commands");
        assertThat(envelope.at("/payload/text").asText()).isEqualTo("help");
        slack.driver.as("U01ANA").expectEphemeral("here you are");
    }

    @Test
    void givenAnEvent_whenItIsNotAcknowledged_thenItIsSentAgainOverAnotherSocket() {
        var one = greeted();
        var other = greeted();
        slack.driver.as("U01ANA").inChannel("#order-flows").say("hello");
        var first = one.next();
        slack.driver.call("socket", Map.of("act", "cut", "socket", 1));
        var again = other.next();

        assertThat(again.path("retry_attempt").asInt()).isEqualTo(1);
        assertThat(again.at("/payload/event_id")).isEqualTo(first.at("/payload/event_id"));
        other.acknowledge(again, "");
    }

    @Test
    void givenASocket_whenItIsRefreshed_thenItIsWarnedAndThenClosed() {
        var socket = greeted();
        slack.driver.call("socket", Map.of("act", "warn", "millis", 50));

        assertThat(socket.next().path("reason").asText()).isEqualTo("warning");
        assertThat(socket.next().path("reason").asText()).isEqualTo("refresh_requested");
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void givenSocketModeIsSwitchedOff_whenTheBotLooks_thenThereIsNoOtherSocket() {
        var socket = greeted();
        slack.driver.call("socket", Map.of("act", "disable"));

        assertThat(socket.next().path("reason").asText()).isEqualTo("link_disabled");
        assertThat(opening(LocalSlackFixture.APP_TOKEN).path("error").asText()).isEqualTo("access_denied");
    }

    @Test
    void givenTenSockets_whenAnotherIsOpened_thenThatIsOneTooMany() {
        IntStream.range(0, 10).forEach(_ -> greeted());

        assertThat(open().next().path("reason").asText()).isEqualTo("too_many_websockets");
    }

    @Test
    void givenFaults_whenPeopleClick_thenClicksComeTwiceOrInTheWrongOrder() {
        var socket = greeted();
        slack.driver.fault("interaction", "out_of_order", 1);
        clicking().join();
        slack.driver.fault("interaction", "duplicate", 1);
        var third = clicking();
        var second = socket.next();
        socket.acknowledge(second, "");
        var twice = socket.next();
        socket.acknowledge(twice, "");
        var first = socket.next();
        socket.acknowledge(first, "");
        third.join();

        assertThat(twice.path("payload")).isEqualTo(second.path("payload"));
        assertThat(twice.path("envelope_id")).isNotEqualTo(second.path("envelope_id"));
        assertThat(first.at("/payload/trigger_id")).isNotEqualTo(second.at("/payload/trigger_id"));
    }

    private CompletableFuture<JsonNode> clicking() {
        return CompletableFuture.supplyAsync(() -> message.click("Go"));
    }

    private TestSocket greeted() {
        var socket = open();
        assertThat(socket.next().path("type").asText()).isEqualTo("hello");
        return socket;
    }

    private TestSocket open() {
        return TestSocket.open(http, address());
    }

    private URI address() {
        return URI.create(opening(LocalSlackFixture.APP_TOKEN).path("url").asText());
    }

    private JsonNode opening(String token) {
        var request = HttpRequest.newBuilder(slack.server.apiUrl().resolve("apps.connections.open"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return Json.tree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package dev.handrail.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.handrail.platform.Json;
import dev.handrail.slack.GoldenPayloads.Kind;
import dev.handrail.slack.GoldenPayloads.Payload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What Slack itself says of the golden payloads, if asked to; and how it is asked, of a stand-in. */
class ContractTest {
    private static final Payload MESSAGE =
            new Payload("card", Kind.MESSAGE, Json.tree("{\"text\":\"ä & <b>\",\"blocks\":[]}"));
    private static final Payload HOME = new Payload("home", Kind.HOME, Json.tree("{\"type\":\"home\",\"blocks\":[]}"));

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private BlocksValidate slack;

    private record Answer(int status, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/blocks.validate", exchange -> {
            try (exchange) {
                asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                assertThat(exchange.getRequestHeaders().containsKey("Authorization"))
                        .isFalse();
                var answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
                var body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        slack = new BlocksValidate(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "SLACK_CONTRACT",
            matches = "1",
            disabledReason = "SLACK_CONTRACT=1 sends every golden payload to slack.com")
    void givenEveryGoldenPayload_whenSlackIsAsked_thenItTakesThemAll() throws Exception {
        var real = new BlocksValidate(URI.create("https://slack.com/api/"));
        var softly = new SoftAssertions();
        for (var payload : GoldenPayloads.all()) {
            softly.assertThat(real.problems(payload)).isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void givenSlackTakesIt_whenAsked_thenThereIsNoProblemAndItWasAskedAsDocumented() throws Exception {
        answers.add(new Answer(200, "{\"ok\":true}"));

        assertThat(slack.problems(MESSAGE)).isEmpty();
        assertThat(slack.problems(HOME)).isEmpty();
        assertThat(asked)
                .map(form -> URLDecoder.decode(form, StandardCharsets.UTF_8))
                .containsExactly("message=" + MESSAGE.json(), "view=" + HOME.json());
    }

    @Test
    void givenSlackRefusesIt_whenAsked_thenEachPlaceIsNamed() throws Exception {
        answers.add(new Answer(200, """
                {"ok":false,"error":"invalid_blocks","errors":[
                  {"pointer":"/0/text/type","code":"failed_constraint","message":"must be plain_text"},
                  {"pointer":"/1","code":"missing","message":"no type"}]}"""));

        assertThat(slack.problems(MESSAGE))
                .containsExactly("card: /0/text/type failed_constraint must be plain_text", "card: /1 missing no type");
    }

    @Test
    void givenAnErrorWithoutAPlace_whenAsked_thenTheWholeAnswerIsTold() throws Exception {
        answers.add(new Answer(200, "{\"ok\":false,\"error\":\"invalid_arguments\"}"));

        assertThat(slack.problems(MESSAGE)).singleElement().asString().contains("card: ", "invalid_arguments");
    }

    @Test
    void givenSlackIsBusy_whenAsked_thenItIsAskedAgainAndNotForEver() throws Exception {
        answers.add(new Answer(429, ""));
        answers.add(new Answer(200, "{\"ok\":true}"));
        assertThat(slack.problems(MESSAGE)).isEmpty();

        answers.clear();
        answers.add(new Answer(429, ""));
        assertThatThrownBy(() -> slack.problems(MESSAGE)).hasMessageContaining("429 5 times");
        answers.clear();
        answers.add(new Answer(503, "down"));
        assertThatThrownBy(() -> slack.problems(MESSAGE)).hasMessageContaining("503 down");
    }
}

package dev.handrail.preview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.preview.SampleAlert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewServerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");
    private static final String GOOD =
            "# Stuck\n\n## Steps\n\n### Look\n\n- **Fine** → resolved\n- **Odd** → next\n\n### Then\n\nLook on.\n";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @SuppressWarnings("NullAway.Init") // set before each test
    private PreviewServer server;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("stuck.md"), GOOD);
        server = PreviewServer.start(file, new SampleAlert(Map.of("pod", "api-1"), Map.of()), 0, () -> NOW);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode ask(String what, String body) throws Exception {
        var answer = send(request(what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.tree(answer.body());
    }

    /** Says what a raw request is answered, because Java's own client sends no Host of our choice. */
    private String status(String head) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return answer.substring(9);
        }
    }

    @Nested
    class GivenAVisitor {
        @Test
        void whenItIsAnotherSite_thenItIsRefused() throws Exception {
            assertThat(status("GET / HTTP/1.1\r\nHost: evil.example")).isEqualTo("403");
            assertThat(status(
                            "GET / HTTP/1.1\r\nHost: localhost:" + server.url().getPort()))
                    .isEqualTo("200");
            var foreign = request("scene")
                    .header("Content-Type", "application/json")
                    .header("Origin", "http://evil.example")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(send(foreign).statusCode()).isEqualTo(403);
            var form = request("scene").POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(send(form).statusCode()).isEqualTo(403);
            assertThat(send(request("scene").DELETE()).statusCode()).isEqualTo(403);
        }

        @Test
        void whenFilesAreAskedFor_thenOnlyThePagesAreThere() throws Exception {
            var page = send(request(""));

            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'");
            for (var name : page.body().split("\"")) {
                if (name.matches("[a-z]+\\.(css|js|svg)")) {
                    assertThat(send(request(name)).statusCode()).as(name).isEqualTo(200);
                }
            }
            assertThat(send(request("app.js")).statusCode()).isEqualTo(404);
            assertThat(send(request("../stuck.md")).statusCode()).isEqualTo(404);
        }

        @Test
        void whenItSendsNonsense_thenItIsToldSo() throws Exception {
            var nonsense = request("scene")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("[1"));

            assertThat(send(nonsense).statusCode()).isEqualTo(400);
        }

        @Test
        void whenThePortIsInUse_thenTheMessageSaysWhatToDo() {
            var taken = server.url().getPort();

            assertThatThrownBy(() -> PreviewServer.start(file, new SampleAlert(Map.of(), Map.of()), taken, () -> NOW))
                    .hasMessageContaining("port " + taken + " is in use; choose another with --port");
        }
    }

    @Nested
    class GivenAFile {
        @Test
        void whenItIsBroken_thenTheProblemsComeAndTheLastGoodOneStays() throws Exception {
            assertThat(ask("scene", "{}").at("/source/stale").asBoolean()).isFalse();
            Files.writeString(file, GOOD.replace("→ next", "→ [x](#nowhere)"));

            var scene = ask("scene", "{}");

            assertThat(scene.at("/source/stale").asBoolean()).isTrue();
            assertThat(scene.at("/problems/0/at").asText()).startsWith("stuck.md:8:");
            assertThat(scene.path("messages")).hasSize(1);
            assertThat(scene.path("graph").asText()).contains("1. Look").doesNotContain("<style");
        }

        @Test
        void whenAnOutcomeIsTakenAway_thenTheWalkGoesAsFarAsItCan() throws Exception {
            var walk = """
                    {"presses": [{"verb": "ack", "ticket": "1", "label": "", "sentence": ""},
                                 {"verb": "answer.1", "ticket": "1:1:1:look", "label": "Odd", "sentence": ""}]}
                    """;
            var step = ask("scene", walk);
            assertThat(step.at("/standing/words").asText()).isEqualTo("On “Then”");
            assertThat(step.at("/standing/here/0").asText()).isEqualTo("then");
            Files.writeString(file, GOOD.replace("**Odd**", "**Strange**"));

            var scene = ask("scene", walk);

            assertThat(scene.path("presses")).hasSize(1);
            assertThat(scene.at("/standing/missed").asInt()).isEqualTo(1);
            assertThat(scene.path("messages").toString()).contains("Strange");
        }

        @Test
        void whenLabelsAreGiven_thenTheyFillThePlaceholders() throws Exception {
            Files.writeString(file, GOOD.replace("Look on.", "Run `kubectl logs <pod>`."));
            var body = "{\"labels\": {\"pod\": \"web-7\"}, \"button\": {\"verb\": \"all_steps\", \"ticket\": \"1\"}}";

            assertThat(ask("modal", body).toString()).contains("kubectl logs web-7");
        }

        @Test
        void whenAButtonAsks_thenItsModalIsTheOneOfSlack() throws Exception {
            assertThat(ask("modal", "{\"button\": {\"verb\": \"something_else\", \"ticket\": \"1:1::then\"}}")
                            .at("/title/text")
                            .asText())
                    .isEqualTo("Something else");
            assertThat(ask("modal", "{\"button\": {\"verb\": \"ack\", \"ticket\": \"1\"}}")
                            .isNull())
                    .isTrue();
        }
    }
}

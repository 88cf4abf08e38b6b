package dev.handrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static HttpFixture http;

    @BeforeAll
    static void start() {
        http = HttpFixture.start(Map.of());
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @Test
    void givenTheAlertToken_whenTheBodyIsTenMegabytes_then413() throws IOException {
        var answer = firstLines("Content-Length: 10000000\r\nAuthorization: Bearer " + HttpFixture.ALERT_TOKEN);

        assertThat(answer)
                .contains(" 413 ")
                .contains("{\"error\":\"the body of POST /v1/alerts/alertmanager is too large");
    }

    @Test
    void givenAWrongToken_whenABodyIsAnnounced_then401BeforeItIsRead() throws IOException {
        var answer = firstLines("Content-Length: 5000000\r\nAuthorization: Bearer hr_alert_of_somebody_else");

        assertThat(answer).contains(" 401 ").contains("the alert token (HANDRAIL_ALERT_TOKEN)");
    }

    @Test
    void givenTheApi_whenTheMethodIsWrong_then405InJson() {
        var answer = http.send("PUT", "/v1/alerts/alertmanager", "application/json", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Json.tree(answer.body()).path("error").asText()).isNotEmpty();
    }

    @Test
    void givenAPage_whenTheMethodIsWrong_then405AsAPage() {
        var answer = http.send("PUT", "/sign-in", "text/plain", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("<h1>Wrong method</h1>", "/sign-in does not take PUT");
    }

    @Test
    void givenAPage_whenTheContentTypeIsWrong_then415AsAPage() {
        var answer = http.send("POST", "/sign-in", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("does not take the content type");
    }

    /** Announces a body and sends none of it: what is answered was decided without it. */
    private static String firstLines(String headers) throws IOException {
        try (var socket = new Socket("localhost", http.url().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST /v1/alerts/alertmanager HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\n" + headers + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var answer = new StringBuilder();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                answer.append(line).append('\n');
                if (line.startsWith("{")) {
                    break;
                }
            }
            return answer.toString();
        }
    }
}

package dev.handrail.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Waiting;
import dev.handrail.slack.HandrailFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Waiting
class LinkDisabledTest {
    @Test
    void givenSocketModeIsSwitchedOff_whenHandrailLooks_thenItStopsLoudlyAndDoesNotAskAgain() throws Exception {
        try (var handrail = HandrailFixture.overSockets(Map.of());
                var http = HttpClient.newHttpClient()) {
            handrail.slack.await("two sockets", () -> standing(handrail).open() == 2);
            assertThat(status(http, handrail.url().resolve("/health"))).isEqualTo(200);
            var asked = handrail.slack.calls("apps.connections.open").size();
            handrail.slack.call("socket", Map.of("act", "disable"));
            handrail.slack.await(
                    "it to be unwell",
                    () -> !standing(handrail).isWell() && standing(handrail).open() == 0);

            assertThat(standing(handrail).fault().orElseThrow()).contains("switched off", "SLACK_APP_TOKEN");
            assertThat(status(http, handrail.url().resolve("/health"))).isEqualTo(200);
            assertThat(status(http, handrail.url().resolve("/v1/slack"))).isEqualTo(404);
            assertThat(handrail.slack.calls("apps.connections.open")).hasSize(asked);
        }
    }

    private static SocketStanding.Now standing(HandrailFixture handrail) {
        return handrail.bean(SocketStanding.class).now().orElseThrow();
    }

    private static int status(HttpClient http, URI url) throws Exception {
        var request = url.getPath().equals("/health")
                ? HttpRequest.newBuilder(url).build()
                : HttpRequest.newBuilder(url)
                        .POST(HttpRequest.BodyPublishers.ofString("payload=%7B%7D"))
                        .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}

package dev.handrail.slack.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.slack.HandrailFixture;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Requests that Slack never sends, and one that it sends too often. */
class FloodTest {
    @Test
    void givenForgedHugeAndUnreadableRequests_whenTheyCome_thenTheyAreRefusedAndNothingIsStored() throws Exception {
        try (var handrail = new HandrailFixture()) {
            var id = handrail.fires("OrderExportStalled", Map.of("flow", "order-to-erp"));
            var press = """
                    {"type":"block_actions","team":{"id":"T01LOCAL"},"user":{"id":"U02BEN","name":"ben"},
                     "container":{"message_ts":"1.1"},"channel":{"id":"C01ORDERS"},
                     "actions":[{"action_id":"ack","value":"%d","action_ts":"1.2"}]}""".formatted(id.value());
            var form = "payload=" + URLEncoder.encode(press, StandardCharsets.UTF_8);
            var signed = new Signed(handrail);

            assertThat(signed.post(form, "not-the-secret").statusCode()).isEqualTo(401);
            assertThat(old(handrail.url(), form)).isEqualTo(401);
            assertThat(signed.post(form + "&x=" + "y".repeat(1024 * 1024), HandrailFixture.SECRET)
                            .statusCode())
                    .isEqualTo(413);
            assertThat(signed.post("payload=" + "%5B".repeat(2000), HandrailFixture.SECRET)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(signed.interaction(press.replace("\"ack\"", "\"no_such_action\""))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stored(handrail)).isZero();

            IntStream.range(0, 20)
                    .parallel()
                    .forEach(_ ->
                            assertThat(signed.interaction(press).statusCode()).isEqualTo(200));
            assertThat(stored(handrail)).isEqualTo(1);
        }
    }

    /** What was signed an hour ago, sent again. */
    private static int old(URI url, String body) throws Exception {
        var then = Instant.now().getEpochSecond() - 3600;
        var request = HttpRequest.newBuilder(url.resolve("/v1/slack"))
                .header("X-Slack-Request-Timestamp", Long.toString(then))
                .header("X-Slack-Signature", Signed.signature(HandrailFixture.SECRET, then, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    private static int stored(HandrailFixture handrail) throws SQLException {
        var source = DelegatingDataSource.unwrapDataSource(handrail.bean(DataSource.class));
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from inbox")) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }
}

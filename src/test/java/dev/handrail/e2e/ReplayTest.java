package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was not understood is kept, and taken in once more when its source is mended. */
@Waiting
class ReplayTest {
    private static final String HALF_GOOD = """
            {"alerts": [{"labels": {"alertname": "OrderExportStalled", "flow": "order-to-erp", "order_id": "100000042"}},
             {"labels": 7}], "truncatedAlerts": 3, "card": "4111 1111 1111 1111"}""";

    @TempDir
    Path sources;

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenAPayloadThatWasUnderstood_whenItIsReplayed_thenItsAlertIsADuplicate(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.api().sends(HALF_GOOD);
            var kept = handrail.bean(PayloadRepository.class).quarantined(1).getFirst();
            assertThat(kept.body()).contains("[redacted]").doesNotContain("4111");

            var answer = handrail.api().post("/v1/payloads/" + kept.id() + "/replay", RunningHandrail.API_TOKEN, "");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            var alert = Json.tree(answer.body()).path("alerts").path(0);
            assertThat(alert.path("incident").asInt()).isEqualTo(1);
            assertThat(alert.path("why").asText()).contains("duplicate");
            assertThat(answer.body()).contains("alerts[1].labels", "truncatedAlerts");
            assertThat(handrail.incident(1).path("alerts").asInt()).isEqualTo(1);
            assertThat(handrail.bean(PayloadRepository.class).quarantined(10))
                    .singleElement()
                    .satisfies(row -> assertThat(row.number()).isGreaterThan(kept.number()));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenAPayloadThatWasNotUnderstood_whenItsSourceIsMended_thenItsAlertsAreTakenIn(Database database)
            throws IOException {
        var rows = database.fresh();
        var body = TestAlert.firing("OrderExportStalled", TestAlert.ORDER).replace("\"alerts\"", "\"ALERTS\"");
        try (var handrail = RunningHandrail.with(rows, settings("extends: alertmanager"))) {
            assertThat(handrail.api()
                            .post("/v1/alerts/shop", RunningHandrail.ALERT_TOKEN, body)
                            .statusCode())
                    .isEqualTo(202);
            expect(409, handrail, "/v1/payloads/1/replay", "still not understood");
            expect(404, handrail, "/v1/payloads/99/replay", "no payload");
            expect(404, handrail, "/v1/payloads/x/replay", "no payload");
            assertThat(handrail.api()
                            .post("/v1/payloads/1/replay", RunningHandrail.ALERT_TOKEN, "")
                            .statusCode())
                    .isEqualTo(403);
        }
        Files.delete(sources.resolve("shop.yml"));
        try (var handrail = RunningHandrail.with(rows, Map.of("handrail.sources", sources.toString()))) {
            expect(409, handrail, "/v1/payloads/1/replay", "set up no more");
        }
    }

    private Map<String, Object> settings(String shop) throws IOException {
        Files.writeString(sources.resolve("shop.yml"), shop);
        var settings = new HashMap<String, Object>();
        settings.put("handrail.sources", sources.toString());
        return settings;
    }

    private static void expect(int status, RunningHandrail handrail, String path, String why) {
        var answer = handrail.api().post(path, RunningHandrail.API_TOKEN, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why);
    }
}

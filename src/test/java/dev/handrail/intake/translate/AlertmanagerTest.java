package dev.handrail.intake.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.alert.Alert;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");

    @Test
    void givenAWebhook_whenTranslated_thenEachAlertKeepsWhatItsSenderSaid() {
        var alert = one("""
                {"status": "firing", "groupKey": "{}:{flow=\\"x\\"}", "alerts": [{
                  "status": "firing", "fingerprint": "abc123",
                  "labels": {"alertname": "OrderExportStalled", "flow": "order-to-erp", "count": 7},
                  "annotations": {"summary": "Orders wait"},
                  "startsAt": "2026-11-21T03:10:00.123+01:00", "endsAt": "0001-01-01T00:00:00Z",
                  "generatorURL": "https://prometheus.example/graph"}]}""");

        assertThat(alert.name()).contains("OrderExportStalled");
        assertThat(alert.labels()).containsEntry("count", "7");
        assertThat(alert.fingerprint().value()).isEqualTo("abc123");
        assertThat(alert.groupKey()).isEqualTo("{}:{flow=\"x\"}");
        assertThat(alert.startsAt()).isEqualTo("2026-11-21T02:10:00.123Z");
        assertThat(alert.endsAt()).isEmpty();
        assertThat(alert.annotations())
                .containsEntry("summary", "Orders wait")
                .containsEntry(Alert.LINK_ANNOTATION, "https://prometheus.example/graph");
    }

    @Test
    void givenABatchWithOneBadAlert_whenTranslated_thenTheGoodOnesGoOnAndTheBadOneIsNamed() {
        var translated = translate("""
                {"alerts": [
                  {"labels": {"alertname": "A"}, "startsAt": "2026-11-21T02:10:00Z"},
                  {"labels": {"alertname": "B"}, "startsAt": "yesterday"},
                  {"labels": ["alertname"]},
                  {"labels": {"alertname": "C"}, "status": "maybe"},
                  "D",
                  {"annotations": {}}]}""");

        assertThat(translated.alerts())
                .extracting(alert -> alert.name().orElse(""))
                .containsExactly("A");
        assertThat(translated.problems())
                .containsExactly(
                        "alerts[1].startsAt: found 'yesterday', wanted a time like 2026-11-21T02:14:05Z",
                        "alerts[2].labels: found array, wanted an object of text",
                        "alerts[3].status: found 'maybe', wanted firing or resolved",
                        "alerts[4]: found string, wanted an object",
                        "alerts[5].labels: found nothing, wanted at least one label, as they identify the alert");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                       | alerts: found nothing, wanted a list of alerts, as Alertmanager's webhook sends it
            {"alerts": null}         | alerts: found null, wanted a list of alerts, as Alertmanager's webhook sends it
            {"alerts": {"a": 1}}     | alerts: found object, wanted a list of alerts, as Alertmanager's webhook sends it
            """)
    void givenJsonOfAnotherShape_whenTranslated_thenTheFirstThingWrongIsNamed(String json, String problem) {
        assertThat(translate(json).problems()).containsExactly(problem);
    }

    @Test
    void givenNoFingerprintAndNoGroupKey_whenTranslated_thenLabelsIdentifyTheAlert() {
        var json = """
                {"alerts": [{"labels": {"alertname": "A", "x": "1"}}]}""";

        assertThat(one(json).fingerprint()).isEqualTo(one(json).fingerprint());
        assertThat(one(json).groupKey()).isEqualTo("A");
        assertThat(one(json).startsAt()).isEqualTo(NOW);
    }

    @Test
    void givenOneAlertAlone_whenTranslated_thenItIsTaken() {
        assertThat(one("{\"labels\": {\"alertname\": \"A\"}, \"status\": \"resolved\"}")
                        .status())
                .isEqualTo(Alert.Status.RESOLVED);
        assertThat(translate("{\"labels\": {\"alertname\": \"A\"}, \"status\": \"maybe\"}")
                        .problems())
                .containsExactly("status: found 'maybe', wanted firing or resolved");
    }

    @Test
    void givenAListAsPrometheusPostsIt_whenTranslated_thenItsEndSaysWhetherItIsOver() {
        var translated = translate("""
                [{"labels": {"alertname": "A"}, "endsAt": "2026-11-21T02:13:59Z"},
                 {"labels": {"alertname": "B"}, "endsAt": "2026-11-21T02:18:00Z"}]""");

        assertThat(translated.alerts())
                .extracting(Alert::status)
                .containsExactly(Alert.Status.RESOLVED, Alert.Status.FIRING);
    }

    @Test
    void givenALabelOfAHundredThousandCharacters_whenTranslated_thenItIsCut() {
        var alert = one("{\"alerts\": [{\"labels\": {\"alertname\": \"" + "x".repeat(100_000) + "\"}}]}");

        assertThat(alert.name().orElseThrow()).hasSizeLessThan(5_000).endsWith("…");
    }

    @Test
    void givenTruncatedAlerts_whenTranslated_thenOperatorsAreTold() {
        assertThat(translate("{\"alerts\": [], \"truncatedAlerts\": 12}").problems())
                .singleElement()
                .asString()
                .contains("12 alerts");
    }

    @Test
    void givenTheSamplesOfRealSenders_whenTranslated_thenEachGivesItsAlerts() throws IOException {
        var samples = Path.of("../shared/data/payloads/alertmanager");
        assumeTrue(Files.isDirectory(samples), "no sample payloads beside the checkout");
        try (Stream<Path> files = Files.list(samples)) {
            for (var file : files.toList()) {
                var sent = Json.tree(Files.readAllBytes(file));
                var translated = new Alertmanager().translate(Sent.of(sent, NOW));
                assertThat(translated.problems()).as(file.toString()).isEmpty();
                assertThat(translated.alerts())
                        .as(file.toString())
                        .hasSize(sent.path("alerts").size())
                        .isNotEmpty()
                        .allSatisfy(alert -> assertThat(alert.name()).isPresent());
            }
        }
    }

    private static Alert one(String json) {
        var translated = translate(json);
        assertThat(translated.problems()).isEmpty();
        return translated.alerts().getFirst();
    }

    private static Translated translate(String json) {
        return new Alertmanager().translate(Sent.of(Json.tree(json), NOW));
    }
}

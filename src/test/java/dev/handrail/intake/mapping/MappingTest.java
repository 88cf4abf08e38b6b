package dev.handrail.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.handrail.alert.Alert;
import dev.handrail.intake.translate.Request;
import dev.handrail.intake.translate.Sent;
import dev.handrail.intake.translate.Translated;
import dev.handrail.platform.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");

    private static final String BATCH = """
            source: shop
            alerts: checks
            name: check
            status: {of: state, firing: [bad], resolved: [good], skipped: [seen]}
            labels:
              "*": tags
              order_id: order.id
              region: $body.region
            severity: level
            starts_at: since
            fingerprint: order.id
            link: url
            """;

    private static Translated translate(String mapping, String body) {
        return translate(mapping, body, Map.of());
    }

    private static Translated translate(String mapping, String body, Map<String, String> headers) {
        var reading = MappingReader.read("shop.yml", mapping);
        assertThat(reading.problems()).isEmpty();
        return reading.mapping().orElseThrow().translate(new Sent(Json.tree(body), headers, NOW));
    }

    private static Alert one(String mapping, String body) {
        var translated = translate(mapping, body);
        assertThat(translated.problems()).isEmpty();
        assertThat(translated.alerts()).hasSize(1);
        return translated.alerts().getFirst();
    }

    @Nested
    class GivenABatch {
        @Test
        void whenItIsWhole_thenEachAlertIsAsTheMappingSays() {
            var alert = one(BATCH, """
                    {"region": "eu", "checks": [{"check": "Orders wait", "state": "BAD", "level": "P2",
                      "order": {"id": 4711}, "tags": {"error.type": "Timeout"}, "since": 1733929712000, "url": "https://shop.example/4711"}]}""");

            assertThat(alert.status()).isEqualTo(Alert.Status.FIRING);
            assertThat(alert.labels())
                    .isEqualTo(Map.of(
                            "alertname", "Orders wait",
                            "order_id", "4711",
                            "error_type", "Timeout",
                            "region", "eu",
                            "severity", "P2"));
            assertThat(alert.startsAt()).isEqualTo("2024-12-11T15:08:32Z");
            assertThat(alert.fingerprint().value()).isEqualTo("4711");
            assertThat(alert.annotation(Alert.LINK_ANNOTATION)).contains("https://shop.example/4711");
        }

        @Test
        void whenSomeAreWrong_thenTheGoodOnesGoOnAndEachOtherIsNamedByItsPath() {
            var translated = translate(BATCH, """
                    {"checks": [{"check": "A", "state": "bad"}, {"check": "B", "state": "maybe"}, "C",
                      {"check": "D", "state": "bad", "since": "yesterday"}, {"state": "good"},
                      {"check": "E", "state": "bad", "tags": 7}, {"check": "F", "state": "seen"}]}""");

            assertThat(translated.alerts()).extracting(Alert::name).hasSize(1);
            assertThat(translated.problems())
                    .containsExactly(
                            "checks[1].state: found 'maybe', wanted one of bad, good, seen",
                            "checks[2]: found the text 'C', wanted an object",
                            "checks[3].since: found 'yesterday', wanted a time like 2026-11-21T02:14:05Z",
                            "checks[4]: labels: found nothing, wanted at least one label, as they identify the alert",
                            "checks[5]: tags: found 7, wanted an object of text");
            assertThat(translated.passedOver()).containsExactly("checks[6]: 'seen' neither begins nor ends anything");
        }

        @Test
        void whenThereIsNoList_thenThatIsTheProblem() {
            assertThat(translate(BATCH, "{}").problems()).containsExactly("checks: found nothing, wanted the alerts");
        }
    }

    @Nested
    class GivenFieldsThatNoExpressionLooksAt {
        @Test
        void whenTranslated_thenTheyAreKeptByDottedName() {
            var alert =
                    one("{source: shop, alerts: checks, name: check, status: firing, leave_out: [probe.secret]}", """
                    {"site": "north", "none": null, "checks": [
                      {"check": "A", "probe": {"ip": "10.0.0.1", "secret": "x"}, "codes": [1, 2.50], "steps": [{"n": 1}]}]}""");

            assertThat(alert.annotations())
                    .isEqualTo(Map.of("site", "north", "probe.ip", "10.0.0.1", "codes", "1, 2.5", "steps[0].n", "1"));
        }

        @Test
        void whenThereAreTooMany_thenTheRestIsCounted() {
            var body = Json.write(IntStream.range(0, 300)
                    .boxed()
                    .collect(Collectors.toMap(i -> "field" + i, i -> "x".repeat(10_000))));

            var annotations =
                    one("{source: shop, name: \"'A'\", status: firing}", body).annotations();

            assertThat(annotations).hasSize(51).containsEntry(Unmapped.LEFT_OUT, "250");
            assertThat(annotations.values()).allMatch(text -> text.length() <= 500);
        }

        @Test
        void whenAnotherAlertOfTheBatchHasThem_thenTheyAreNotThisOnes() {
            var translated = translate(
                    "{source: shop, alerts: checks, name: check, status: firing}",
                    "{\"checks\": [{\"check\": \"A\", \"own\": 1}, {\"check\": \"B\", \"other\": 2}]}");

            assertThat(translated.alerts().getFirst().annotations()).isEqualTo(Map.of("own", "1"));
            assertThat(translated.alerts().getLast().annotations()).isEqualTo(Map.of("other", "2"));
        }
    }

    @Nested
    class GivenTenThousandAlerts {
        /** Going through the whole body for each took half a minute. */
        @Test
        void whenTheyAreTranslated_thenItTakesAsLongAsTheyAreMany() {
            var checks = IntStream.range(0, 10_000)
                    .mapToObj(i -> Map.of("check", "A" + i, "ip", "10.0.0." + i))
                    .toList();
            var around = IntStream.range(0, 10_000).boxed().collect(Collectors.toMap(i -> "field" + i, i -> "x" + i));
            var body = Json.write(Map.of("checks", checks, "around", around, "region", "eu"));

            var translated = assertTimeout(
                    Duration.ofSeconds(5),
                    () -> translate("{source: shop, alerts: checks, name: check, status: firing}", body));

            assertThat(translated.alerts()).hasSize(10_000);
            assertThat(translated.alerts().getLast().annotations())
                    .containsEntry("ip", "10.0.0.9999")
                    .containsEntry(Unmapped.LEFT_OUT, "9952")
                    .hasSize(51);
        }
    }

    @Nested
    class GivenAnExpression {
        @Test
        void whenItFails_thenTheProblemSaysWhichKeyAndWhy() {
            assertThat(translate("{source: shop, name: $uppercase(n), status: firing}", "{\"n\": 7}")
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("name: '$uppercase(n)' failed: Argument ");
        }

        @Test
        void whenItNeverEnds_thenItIsStopped() {
            var mapping =
                    "{source: shop, status: firing, name: '($again := function($n) { $again($n + 1) }; $again(1))'}";

            assertThat(translate(mapping, "{}").problems())
                    .singleElement()
                    .asString()
                    .contains("more than 200000 steps");
        }

        @Test
        void whenManyThreadsUseIt_thenEachHasItsOwnAnswer() throws Exception {
            var mapping = MappingReader.read("shop.yml", BATCH).mapping().orElseThrow();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = IntStream.range(0, 500)
                        .mapToObj(i -> threads.submit(() -> mapping.translate(Sent.of(
                                Json.tree(
                                        "{\"region\": \"r%d\", \"checks\": [{\"check\": \"c%d\", \"state\": \"bad\"}]}"
                                                .formatted(i, i)),
                                NOW))))
                        .toList();
                for (var i = 0; i < answers.size(); i++) {
                    assertThat(answers.get(i).get().alerts().getFirst().labels())
                            .isEqualTo(Map.of("alertname", "c" + i, "region", "r" + i));
                }
            }
        }
    }

    @Test
    void givenShapes_whenNoneFits_thenTheProblemSaysWhatWasFoundAndWanted() {
        var mapping = """
                source: shop
                status: firing
                shapes:
                  - {shape: an order (order), when: $exists(order), name: "'Order'"}
                  - {shape: a payment (payment), when: $exists(payment), name: "'Payment'"}
                """;

        assertThat(one(mapping, "{\"payment\": {\"id\": 1}}").name()).contains("Payment");
        assertThat(translate(mapping, "{\"x\": 1}").problems())
                .containsExactly("body: found an object with x, wanted an order (order), or a payment (payment)");
        assertThat(translate(mapping, "\"x\"").problems())
                .containsExactly("body: found the text 'x', wanted an order (order), or a payment (payment)");
    }

    @Test
    void givenHeadersAndAnAnswer_whenTranslated_thenBothAreUsed() {
        var mapping = """
                source: shop
                status: firing
                name: $headers.`x-topic`
                fingerprint: [topic]
                answer: "{'took': $fingerprint}"
                unmatched_ignored: 'true'
                """;

        var translated = translate(mapping, "{}", Map.of("x-topic", "orders/late"));

        var alert = translated.alerts().getFirst();
        assertThat(alert.name()).contains("orders/late");
        assertThat(alert.annotation(Alert.UNMATCHED_ANNOTATION)).contains("ignore");
        assertThat(translated.request())
                .contains(new Request.Answer(
                        "application/json",
                        "{\"took\":\"%s\"}".formatted(alert.fingerprint().value())));
    }

    @Test
    void givenAMappingThatExtendsABuiltInOne_whenTranslated_thenItsOwnWordsComeFirst() {
        var mapping = """
                source: shop-payments
                extends: stripe
                labels:
                  flow: "'payments'"
                severity: "'critical'"
                """;

        var alert = one(
                mapping,
                "{\"object\": \"event\", \"id\": \"evt_1\", \"type\": \"payout.failed\", \"data\": {\"object\": {\"id\": \"po_1\", \"object\": \"payout\"}}}");

        assertThat(alert.source()).isEqualTo("shop-payments");
        assertThat(alert.labels())
                .containsEntry("flow", "payments")
                .containsEntry("severity", "critical")
                .containsEntry("object_id", "po_1");
    }
}

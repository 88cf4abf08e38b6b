package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.door.Doors;
import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources with settings of their own, over real HTTP. */
@Waiting
class DoorTest {
    private static final String SECRET = "a-secret-of-the-shop";
    private static final String ALERT = TestAlert.firing("OrderExportStalled", TestAlert.ORDER);

    @TempDir
    Path sources;

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenASourceWithAnHmac_thenOnlyWhatIsSignedIsStoredAndTheAlertTokenOpensItNoMore(Database database)
            throws Exception {
        file("shop.yml", "extends: alertmanager\nauthentication: {shopify: SHOP_SECRET}\n");
        try (var handrail = start(database)) {
            var stored = stored(handrail);
            expect(401, handrail.api().post("/v1/alerts/shop", RunningHandrail.ALERT_TOKEN, ALERT));
            expect(401, post(handrail, "shop", ALERT, "X-Shopify-Hmac-Sha256", signature(ALERT + " ")));
            assertThat(stored(handrail)).isEqualTo(stored);

            expect(202, post(handrail, "shop", ALERT, "X-Shopify-Hmac-Sha256", signature(ALERT)));
            expect(202, post(handrail, "shop", ALERT, "X-Shopify-Hmac-Sha256", signature(ALERT)));

            assertThat(stored(handrail)).isEqualTo(stored + 2);
            assertThat(handrail.incident(1).path("alerts").asInt()).isEqualTo(1);
            var tally = handrail.bean(Doors.class).named("shop").orElseThrow().tally();
            assertThat(tally.refused()).isEqualTo(2);
            assertThat(tally.accepted()).isEqualTo(2);
            assertThat(tally.lastRefusal()).contains("X-Shopify-Hmac-Sha256");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenASourceThatSendsTooMuch_thenItWaitsAndTheOthersDoNot(Database database) throws Exception {
        file("shop-metrics.yml", "extends: alertmanager\nlimit: 2/h\n");
        file("grafana-shop.yml", "extends: grafana\nlimit: 1/h\n");
        try (var handrail = start(database)) {
            expect(202, handrail.api().post("/v1/alerts/grafana-shop", RunningHandrail.ALERT_TOKEN, ALERT));
            var other = handrail.api().post("/v1/alerts/grafana-shop", RunningHandrail.ALERT_TOKEN, ALERT);
            expect(429, other);
            assertThat(other.headers().firstValue("Retry-After")).isPresent();
            expect(202, handrail.api().post("/v1/alerts/shop-metrics", RunningHandrail.ALERT_TOKEN, ALERT));
            expect(202, handrail.api().post("/v1/alerts/shop-metrics", RunningHandrail.ALERT_TOKEN, ALERT));
            var throttled = handrail.api().post("/v1/alerts/shop-metrics", RunningHandrail.ALERT_TOKEN, ALERT);
            expect(503, throttled);
            assertThat(throttled
                            .headers()
                            .firstValue("Retry-After")
                            .map(Integer::valueOf)
                            .orElseThrow())
                    .isBetween(1700, 1800);

            expect(202, handrail.api().post("/v1/alerts/alertmanager", RunningHandrail.ALERT_TOKEN, ALERT));
            handrail.passes(Duration.ofMinutes(31));
            expect(202, handrail.api().post("/v1/alerts/shop-metrics", RunningHandrail.ALERT_TOKEN, ALERT));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenAListOfAddresses_thenAnybodyElseIs401(Database database) throws Exception {
        file("inside.yml", "extends: alertmanager\nauthentication: {none: true}\naddresses: [127.0.0.0/8, \"::1\"]\n");
        file("outside.yml", "extends: alertmanager\nauthentication: {none: true}\naddresses: [192.0.2.0/24]\n");
        try (var handrail = start(database)) {
            expect(202, handrail.api().post("/v1/alerts/inside", "", ALERT));
            expect(401, handrail.api().post("/v1/alerts/outside", "", ALERT));
            expect(401, post(handrail, "outside", ALERT, "X-Forwarded-For", "192.0.2.7"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenABodyOverTheLimit_thenItIs413AndUnpackingDoesNotGetAroundIt(Database database) throws Exception {
        try (var handrail = start(database, Map.of("handrail.body.limit", "2000"))) {
            var stored = stored(handrail);
            var large = ALERT.replace("since 02:10", "since 02:10" + "x".repeat(2000));
            expect(413, handrail.api().post("/v1/alerts/alertmanager", RunningHandrail.ALERT_TOKEN, large));
            var packed = handrail.api()
                    .send(request(handrail, "alertmanager")
                            .header("Content-Encoding", "gzip")
                            .header("Authorization", "Bearer " + RunningHandrail.ALERT_TOKEN)
                            .POST(BodyPublishers.ofByteArray(gzip(large))));
            assertThat(packed.statusCode()).isIn(400, 413);
            assertThat(stored(handrail)).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenAnyBytes_thenNothingIsEver5xxAndWhatIsJsonIsKept(Database database) throws Exception {
        var random = new Random(4);
        try (var handrail = start(database)) {
            for (var source : handrail.bean(Doors.class).all().keySet()) {
                for (var i = 0; i < 12; i++) {
                    var body = i % 3 == 0 ? noise(random) : damaged(random);
                    var answer = handrail.api()
                            .send(request(handrail, source)
                                    .header("Authorization", "Bearer " + RunningHandrail.ALERT_TOKEN)
                                    .header(
                                            "Content-Type",
                                            i % 2 == 0 ? "text/plain" : "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofByteArray(body)));
                    assertThat(answer.statusCode())
                            .as("%s: %s", source, new String(body, StandardCharsets.UTF_8))
                            .isIn(202, 400);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenAClientOfPagerDutysEventsApi_thenItsRoutingKeyOpensTheDoorAndItGetsPagerDutysAnswer(Database database)
            throws Exception {
        var event = """
                {"routing_key":"%s","event_action":"trigger","dedup_key":"orders/1","payload":{"summary":"Orders stuck",
                "source":"cron","severity":"critical"}}""";
        try (var handrail = start(database)) {
            var path = "/v1/alerts/pagerduty-events/v2/enqueue";
            expect(401, handrail.api().post(path, "", event.formatted("not-the-routing-key")));
            var answer = handrail.api().post(path, "", event.formatted(RunningHandrail.ALERT_TOKEN));
            expect(202, answer);
            assertThat(answer.body()).contains("\"success\"", "Event processed", "\"orders/1\"");
            assertThat(handrail.bean(PayloadRepository.class)
                            .findById(1)
                            .orElseThrow()
                            .body())
                    .contains("[redacted:")
                    .doesNotContain(RunningHandrail.ALERT_TOKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Database.class, names = "H2")
    void givenASourceThatIsNotThere_thenItIs404AndSaysWhichAre(Database database) throws Exception {
        file("shop.yml", "extends: alertmanager\n");
        try (var handrail = start(database)) {
            var answer = handrail.api().post("/v1/alerts/alertmanger", RunningHandrail.ALERT_TOKEN, ALERT);
            expect(404, answer);
            assertThat(answer.body()).contains("wanted 'alertmanager'", "\"shop\"");
        }
    }

    private RunningHandrail start(Database database) {
        return start(database, Map.of());
    }

    private RunningHandrail start(Database database, Map<String, Object> more) {
        var settings = new java.util.HashMap<String, Object>(more);
        settings.put("handrail.sources", sources.toString());
        settings.put("shop.secret", SECRET);
        return RunningHandrail.on(database, settings);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(sources.resolve(name), text);
    }

    private static HttpResponse<String> post(
            RunningHandrail handrail, String source, String body, String header, String value) {
        return handrail.api()
                .send(request(handrail, source).header(header, value).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(RunningHandrail handrail, String source) {
        return HttpRequest.newBuilder(handrail.api().url().resolve("/v1/alerts/" + source))
                .timeout(Duration.ofSeconds(30));
    }

    private static void expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.body()).contains("\"error\"").doesNotContain(SECRET, "Exception", "\tat ");
        }
    }

    private static long stored(RunningHandrail handrail) {
        return handrail.bean(PayloadRepository.class).count();
    }

    private static String signature(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A good delivery with a few bytes changed. */
    private static byte[] damaged(Random random) {
        var bytes = ALERT.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
        }
        return bytes;
    }
}

package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import dev.handrail.run.silence.SilenceDesk;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alerts that a silence or a maintenance window holds: recorded, nobody paged, and opened when it ends and they still fire. */
@Waiting
class SilenceStoryTest {
    private static final String STALLED = "OrderExportStalled";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @TempDir
    Path library;

    @ParameterizedTest
    @EnumSource
    void givenASilence_whenItEndsAndTheAlertStillFires_thenItsIncidentOpensThen(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var silence = silence(handrail, "flow=\\\"order-to-erp\\\"", "2h");
            handrail.fires(STALLED, TestAlert.ORDER);
            handrail.fires(STALLED, TestAlert.ORDER);

            assertThat(alert(handrail).path("incident").isNull()).isTrue();
            assertThat(alert(handrail).path("why").asText())
                    .startsWith("held by silence #1 of Ana until ")
                    .endsWith(": deploy of the ERP");
            assertThat(alert(handrail).path("held_until").asText())
                    .isEqualTo(silence.path("until").asText());
            assertThat(incidents(handrail)).isEmpty();
            assertThat(silences(handrail).get(0).path("holds").asInt()).isEqualTo(1);

            handrail.passes(Duration.ofHours(2));
            handrail.card("U01ANA", "#order-flows", "Orders");
            assertThat(alert(handrail).path("why").asText())
                    .startsWith("opens: ")
                    .contains("; fires since 21 Nov 02:10 UTC, and was held by silence #1 of Ana");
            assertThat(alert(handrail).path("held_until").isNull()).isTrue();
            assertThat(handrail.timeline(1)).containsOnlyOnce("opened");
            assertThat(incidents(handrail)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAHeldAlertResolves_whenTheSilenceEnds_thenNothingOpens(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            silence(handrail, "alertname=" + STALLED, "1h");
            handrail.fires(STALLED, TestAlert.ORDER);
            handrail.resolves(STALLED, TestAlert.ORDER);

            assertThat(alert(handrail).path("why").asText()).isEqualTo("resolved while it was held");
            handrail.passes(Duration.ofHours(1));
            handrail.fires("PaymentCapturedOrderPending", TestAlert.PAYMENT);
            handrail.card("U01ANA", "#payment-flows", "ayment");
            assertThat(incidents(handrail)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoSilencesOverlap_whenOneEnds_thenTheOtherHoldsOnAndEndingItEarlyOpens(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            silence(handrail, "flow=\\\"order-to-erp\\\"", "1h");
            handrail.fires(STALLED, TestAlert.ORDER);
            silence(handrail, "alertname=~\\\"Order.*\\\"", "1d");
            handrail.passes(Duration.ofHours(1));
            handrail.slack()
                    .await(
                            "the other to hold it",
                            () -> alert(handrail).path("why").asText().startsWith("held by silence #2"));
            assertThat(incidents(handrail)).isEmpty();

            var ended = end(handrail, 2, "Ben");
            assertThat(ended.statusCode()).isEqualTo(200);
            assertThat(Json.tree(ended.body()).path("ended_by").asText()).isEqualTo("Ben");
            handrail.card("U01ANA", "#order-flows", "Orders");
            assertThat(end(handrail, 2, "Ben").statusCode()).isEqualTo(409);
            assertThat(silences(handrail)).isEmpty();
            assertThat(Json.tree(handrail.api()
                            .get("/v1/silences?ended=true", RunningHandrail.API_TOKEN)
                            .body()))
                    .extracting(silence -> silence.path("state").asText())
                    .containsExactly("ended", "ended");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAnIncidentIsOpen_whenASilenceCoversItsAlerts_thenTheyJoinItAsBefore(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires(STALLED, TestAlert.ORDER);
            handrail.card("U01ANA", "#order-flows", "Orders");
            silence(handrail, "flow=\\\"order-to-erp\\\"", "1h");
            handrail.resolves(STALLED, TestAlert.ORDER);

            assertThat(alert(handrail).path("incident").asInt()).isEqualTo(1);
            assertThat(alert(handrail).path("status").asText()).isEqualTo("resolved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAClosedIncident_whenItsAlertFiresAgainUnderASilence_thenItReopensOrOpensAnotherAtTheEnd(
            Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            handrail.fires(STALLED, TestAlert.ORDER);
            handrail.card("U01ANA", "#order-flows", "Orders");
            closesByItself(handrail, 1);

            silence(handrail, "flow=\\\"order-to-erp\\\"", "5m");
            handrail.fires(STALLED, TestAlert.ORDER);
            assertThat(alert(handrail).path("why").asText()).startsWith("held by silence #1");
            assertThat(handrail.timeline(1)).doesNotContain("reopened");
            handrail.passes(Duration.ofMinutes(5));
            handrail.slack().await("it to reopen", () -> handrail.timeline(1).contains("reopened"));
            closesByItself(handrail, 1);

            silence(handrail, "flow=\\\"order-to-erp\\\"", "5h");
            handrail.fires(STALLED, TestAlert.ORDER);
            handrail.passes(Duration.ofHours(5));
            handrail.slack()
                    .await(
                            "another to open",
                            () -> alert(handrail).path("incident").asInt() == 2);
            assertThat(handrail.bean(SilenceDesk.class).held(10)).isEmpty();
        }
    }

    /** Nobody has taken it, and its source says that it is over. */
    private static void closesByItself(RunningHandrail handrail, int incident) {
        handrail.resolves(STALLED, TestAlert.ORDER);
        handrail.slack()
                .await("the source's word", () -> handrail.timeline(incident).contains("source_resolved"));
        var closings = count(handrail, incident);
        handrail.passes(Duration.ofMinutes(16));
        handrail.slack().await("it to close", () -> count(handrail, incident) > closings);
    }

    private static long count(RunningHandrail handrail, int incident) {
        return handrail.timeline(incident).stream().filter("finished"::equals).count();
    }

    @ParameterizedTest
    @EnumSource
    void givenARestartWhileAnAlertIsHeld_whenTheSilenceIsOver_thenItOpens(Database database) {
        var kept = database.fresh();
        try (var before = RunningHandrail.with(kept, Map.of())) {
            silence(before, "flow=\\\"order-to-erp\\\"", "2h");
            before.fires(STALLED, TestAlert.ORDER);
        }
        try (var after = RunningHandrail.with(kept, Map.of())) {
            assertThat(silences(after)).hasSize(1);
            after.passes(Duration.ofHours(2));
            after.card("U01ANA", "#order-flows", "Orders");
            assertThat(alert(after).path("incident").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAMaintenanceWindow_whenItEnds_thenWhatStillFiresOpens(Database database) throws IOException {
        var now = LocalTime.now(ZoneOffset.UTC);
        Files.writeString(library.resolve("owners.yml"), """
                default: erp
                owners: {erp: {name: ERP integration, contacts: [{slack_user: U03MARTA}]}}
                """);
        Files.writeString(library.resolve("flows.yml"), """
                default_channel: "#commerce-alerts"
                flows:
                  order-to-erp:
                    name: Orders to ERP
                    channel: "#order-flows"
                    owner: erp
                    maintenance:
                      - {every: day, from: %s, to: %s, why: backup of the ERP}
                """.formatted(
                        TIME.format(now.minusHours(1)), TIME.format(now.plusHours(1))));
        Files.writeString(library.resolve("stalled.md"), "# Order export stalled\n\nLook at it.\n");
        try (var handrail = RunningHandrail.on(database, Map.of("handrail.runbooks", library.toString()))) {
            handrail.fires(STALLED, TestAlert.ORDER);
            assertThat(alert(handrail).path("why").asText())
                    .startsWith("held by the maintenance window of Orders to ERP until ")
                    .endsWith(" UTC: backup of the ERP");
            handrail.passes(Duration.ofHours(1));
            handrail.slack()
                    .await(
                            "the incident to open",
                            () -> alert(handrail).path("incident").asInt() == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenSomebodyInSlack_whenTheyWriteASilence_thenItHoldsUntilTheyEndIt(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var ana = handrail.slack().as("U01ANA");
            ana.command("#order-flows", "/handrail silence flow=\"order-to-erp\" for 2h because deploy of the ERP");
            ana.expectEphemeral("Silence #1 is made");
            handrail.fires(STALLED, TestAlert.ORDER);
            assertThat(alert(handrail).path("why").asText())
                    .startsWith("held by silence #1 of ")
                    .endsWith(": deploy of the ERP");

            ana.inChannel("#order-flows").say("@handrail silence flow order-to-erp for 2h because deploy");
            ana.expectEphemeral("I did not understand that");
            ana.inChannel("#order-flows").say("@handrail end silence 1");
            ana.expectEphemeral("Silence #1 has ended");
            handrail.card("U01ANA", "#order-flows", "Orders");
            assertThat(incidents(handrail)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenBadInput_whenASilenceIsAskedFor_thenTheAnswerSaysWhatIsWanted(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            assertThat(refusal(handrail, "[]")).contains("wanted {\"matchers\"");
            assertThat(refusal(handrail, "{\"matcher\": \"a=b\"}")).contains("found the key 'matcher'");
            assertThat(refusal(handrail, "{\"for\": \"2h\", \"who\": \"Ana\", \"why\": \"x\"}"))
                    .contains("found no matchers");
            assertThat(refusal(handrail, wish("flow order-to-erp", "2h"))).contains("character 6", "=, !=, =~ or !~");
            assertThat(refusal(handrail, wish("severity!=\\\"critical\\\"", "2h")))
                    .contains("every alert");
            assertThat(refusal(handrail, wish("flow=a", "soon"))).contains("for: found 'soon'");
            assertThat(refusal(handrail, wish("flow=a", "91d"))).contains("within 90 days");
            assertThat(refusal(handrail, "{\"matchers\": \"flow=a\", \"who\": \"Ana\", \"why\": \"x\"}"))
                    .contains("neither 'until' nor 'for'");
            assertThat(
                            refusal(
                                    handrail,
                                    "{\"matchers\": [\"flow=a\"], \"until\": \"2020-01-01T00:00:00Z\", \"who\": \"Ana\", \"why\": \"x\"}"))
                    .contains("after");
            assertThat(refusal(handrail, "{\"matchers\": \"flow=a\", \"for\": \"2h\", \"who\": \" \", \"why\": \"x\"}"))
                    .contains("who: found none");
            assertThat(handrail.api()
                            .post("/v1/silences", RunningHandrail.ALERT_TOKEN, wish("flow=a", "2h"))
                            .statusCode())
                    .isIn(401, 403);
            assertThat(end(handrail, 7, "Ben").statusCode()).isEqualTo(404);
            assertThat(silences(handrail)).isEmpty();
        }
    }

    private static String wish(String matchers, String length) {
        return "{\"matchers\": \"%s\", \"for\": \"%s\", \"who\": \"Ana\", \"why\": \"deploy of the ERP\"}"
                .formatted(matchers, length);
    }

    private static JsonNode silence(RunningHandrail handrail, String matchers, String length) {
        var made = handrail.api().post("/v1/silences", RunningHandrail.API_TOKEN, wish(matchers, length));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Json.tree(made.body());
    }

    private static String refusal(RunningHandrail handrail, String body) {
        var refused = handrail.api().post("/v1/silences", RunningHandrail.API_TOKEN, body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        return Json.tree(refused.body()).path("error").asText();
    }

    private static HttpResponse<String> end(RunningHandrail handrail, int id, String who) {
        return handrail.api().delete("/v1/silences/%d?who=%s".formatted(id, who), RunningHandrail.API_TOKEN);
    }

    private static JsonNode silences(RunningHandrail handrail) {
        return Json.tree(
                handrail.api().get("/v1/silences", RunningHandrail.API_TOKEN).body());
    }

    private static JsonNode incidents(RunningHandrail handrail) {
        return Json.tree(
                handrail.api().get("/v1/incidents", RunningHandrail.API_TOKEN).body());
    }

    /** Returns what is known of the alert of these stories. */
    private static JsonNode alert(RunningHandrail handrail) {
        var alerts = Json.tree(
                handrail.api().get("/v1/alerts", RunningHandrail.API_TOKEN).body());
        return StreamSupport.stream(alerts.spliterator(), false)
                .filter(alert -> alert.path("alertname").asText().equals(STALLED))
                .findFirst()
                .orElseThrow();
    }
}

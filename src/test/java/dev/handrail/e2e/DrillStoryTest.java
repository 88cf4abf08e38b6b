package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.ORDER;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.cli.author.DrillCommand;
import dev.handrail.incident.LastDrills;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import dev.handrail.run.desk.RunReader;
import dev.handrail.simulator.SlackMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** A team walks its runbook on a made-up alert: marked everywhere, and nobody is woken. */
@Waiting
class DrillStoryTest {
    private static final String ORDERS = "#order-flows";
    private static final String STUCK = "order-export-stuck";

    @ParameterizedTest
    @EnumSource
    void givenADrill_whenItIsWalkedToItsEscalation_thenItIsMarkedAndNobodyIsToldOfIt(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var begun = begins(handrail, "{\"runbook\":\"order-export-stuck.md\",\"labels\":{\"order_id\":\"7\"}}");
            var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
            assertThat(card.readable()).contains("🧪 *DRILL*", "nobody is paged", "OrderExportStalled");
            card.click("I'm on it");
            card.expectReply("Step 1 of 10").click("Something else…");
            handrail.slack().as("U01ANA").modal().submit(Map.of("sentence", "I do not know this table"));
            card.expectReply("would tell");
            handrail.passes(ofMinutes(5).plusSeconds(1));
            handrail.passes(ofMinutes(10).plusSeconds(1));
            handrail.slack()
                    .await(
                            "all to be delivered",
                            () -> handrail.bean(RunReader.class).undelivered(1).isEmpty());

            assertThat(card.thread()).allSatisfy(reply -> {
                assertThat(reply.readable()).contains("DRILL");
                assertThat(reply.text()).startsWith("Drill, nothing is wrong.");
                assertThat(reply.mentions()).isEmpty();
            });
            for (var person : new String[] {"U01ANA", "U03MARTA", "U05LENA"}) {
                assertThat(handrail.slack().as(person).inDirectMessages().messages())
                        .isEmpty();
            }
            var id = begun.path("id").asLong();
            assertThat(handrail.incident(id).path("drill").asBoolean()).isTrue();
            assertThat(handrail.timeline(id)).contains("escalated", "level_told");
            var last = handrail.bean(LastDrills.class).of(STUCK).orElseThrow();
            assertThat(last.incident().value()).isEqualTo(id);
            assertThat(last.begunAt().toString())
                    .isEqualTo(begun.path("begun_at").asText());
            var listed = Json.tree(handrail.api()
                    .get("/v1/drills?runbook=" + STUCK, RunningHandrail.API_TOKEN)
                    .body());
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0).path("url").asText()).endsWith("/incidents/" + id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenADrillAndARealFailure_whenBothAreOpen_thenNeitherJoinsTheOtherOrUsesUpItsTries(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            begins(handrail, Json.write(Map.of("runbook", STUCK, "labels", ORDER)));
            handrail.fires("OrderExportStalled", ORDER);
            begins(handrail, Json.write(Map.of("runbook", STUCK, "labels", ORDER)));
            handrail.fires("OrderExportStalled", Map.of("flow", "order-to-erp", "order_id", "8", "job_code", "x"));
            assertThat(handrail.incident(1).path("alerts").asInt()).isEqualTo(1);
            assertThat(handrail.incident(2).path("drill").asBoolean()).isFalse();
            assertThat(handrail.incident(2).path("alerts").asInt()).isEqualTo(2);
            assertThat(handrail.incident(3).path("drill").asBoolean()).isTrue();

            for (var incident : new int[] {1, 2, 3}) {
                var card = handrail.card("U01ANA", ORDERS, "incident #" + incident + ".");
                card.click("I'm on it");
                card.expectReply("Step 1 of 10").click("Oldest under 2 h");
                card.expectReply("Step 2 of 10").click("Time-out or 5xx");
                card.expectReply("Step 4 of 10").click("No row");
                tries(card, 1);
                handrail.passes(ofMinutes(2).plusSeconds(1));
                card.expectReply("may start now");
                tries(card, 2);
            }
        }
    }

    private static void tries(SlackMessage card, int number) {
        card.expectReply("Start try " + number + " of 3").click("Start try " + number + " of 3");
        card.expectReply("is under way").click("Not exported");
        card.expectReply("Next try from");
    }

    @ParameterizedTest
    @EnumSource
    void givenAWishThatCannotBeGranted_whenItIsMade_thenTheAnswerSaysWhy(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            assertThat(asks(handrail, "{\"runbook\":\"order-export-stock\"}")).contains("wanted 'order-export-stuck'");
            assertThat(asks(handrail, "{\"runbok\":\"x\"}")).contains("found the key 'runbok'");
            assertThat(asks(handrail, "{\"runbook\":\"x\",\"labels\":{\"a\":1}}"))
                    .contains("found the label 'a'");
            assertThat(asks(handrail, "nonsense")).contains("not JSON");
            assertThat(handrail.api()
                            .post("/v1/drills", RunningHandrail.ALERT_TOKEN, "{}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(handrail.api().post("/v1/drills", "", "{}").statusCode()).isEqualTo(401);
            assertThat(handrail.api()
                            .get("/v1/drills", RunningHandrail.API_TOKEN)
                            .body())
                    .isEqualTo("[]");
        }
    }

    @Test
    void givenTheCommand_whenADrillIsBegun_thenItsAddressIsPrintedAndARefusalIsExitCode1() {
        try (var handrail = RunningHandrail.on(Database.H2)) {
            var url = handrail.api().url().toString();
            var begun = drill(STUCK, "--url", url, "--token", RunningHandrail.API_TOKEN, "--label", "order_id=7");
            assertThat(begun.code()).isZero();
            assertThat(begun.said()).contains("incident #1", "pages nobody", url + "/incidents/1");
            assertThat(handrail.incident(1)
                            .at("/alerts_summary/labels/order_id")
                            .asText())
                    .isEqualTo("7");

            var unknown = drill("order-export-stock", "--url", url + "/", "--token", RunningHandrail.API_TOKEN);
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.said()).contains("status 404", "wanted 'order-export-stuck'");
            var forbidden = drill(STUCK, "--url", url, "--token", RunningHandrail.ALERT_TOKEN);
            assertThat(forbidden.code()).isEqualTo(1);
            assertThat(forbidden.said()).contains("status 403", "HANDRAIL_API_TOKEN");
        }
    }

    private record Said(int code, String said) {}

    private static Said drill(String... arguments) {
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        var code = new CommandLine(new DrillCommand())
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
        return new Said(code, said.toString());
    }

    private static JsonNode begins(RunningHandrail handrail, String wish) {
        var answer = handrail.api().post("/v1/drills", RunningHandrail.API_TOKEN, wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.tree(answer.body());
    }

    private static String asks(RunningHandrail handrail, String wish) {
        var answer = handrail.api().post("/v1/drills", RunningHandrail.API_TOKEN, wish);
        assertThat(answer.statusCode()).isBetween(400, 409);
        return Json.tree(answer.body()).path("error").asText();
    }
}

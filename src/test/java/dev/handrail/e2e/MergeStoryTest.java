package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.run.desk.RunReader;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.SlackModal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two incidents that are one failure, and one that is two, from the menu to the thread. One Handrail on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeStoryTest {
    private final Map<Database, RunningHandrail> running = new EnumMap<>(Database.class);

    @AfterAll
    void stop() {
        for (var handrail : running.values()) {
            assertThat(handrail.bean(RunReader.class).firstMisstated()).isEmpty();
            handrail.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoIncidentsOfOneFailure_whenOneIsMerged_thenItsAlertsCountInTheOtherAndItsResponderIsTold(
            Database database) {
        var handrail = on(database);
        handrail.fires("OrderExportStalled", TestAlert.ORDER);
        handrail.fires("PaymentWebhookFailing", TestAlert.PAYMENT);
        var orders = handrail.card("U02BEN", "#order-flows", "Orders stuck before ERP export");
        var payments = handrail.card("U02BEN", "#payment-flows", "PaymentWebhookFailing");
        handrail.card("U01ANA", "#order-flows", "Orders stuck before ERP export")
                .click("I'm on it");
        orders.expect("ana, since");

        var into = number(payments);
        more(orders, "Merge…").submit(Map.of("choice", Long.toString(into), "sentence", "One <!channel> outage"));

        orders.expect("Merged into incident #" + into + " by ben");
        orders.expect("It goes on in");
        assertThat(orders.buttons()).doesNotContain("Reopen…");
        assertThat(orders.expectReply("merged this into").mentions()).containsExactly("U01ANA");
        var line = payments.expectReply("into this: 1 alert");
        assertThat(line.mentions()).isEmpty();
        assertThat(line.readable()).contains("ben merged", "outage");
        payments.expect("2 of 2 firing");
        payments.expect("Took in").expect("Orders stuck before ERP export (critical, ana was on it)");
        assertThat(handrail.incident(number(orders)).path("merged_into").asLong())
                .isEqualTo(into);
        assertThat(handrail.incident(into).path("ties").get(0).path("kind").asText())
                .isEqualTo("merged_in");

        handrail.fires("OrderExportStalled", another(TestAlert.ORDER));
        payments.expect("3 of 3 firing");
        handrail.resolves("PaymentWebhookFailing", TestAlert.PAYMENT);
        handrail.resolves("OrderExportStalled", TestAlert.ORDER);
        payments.expect("1 of 3 firing");
        assertThat(handrail.timeline(into)).doesNotContain("source_resolved");
        handrail.resolves("OrderExportStalled", another(TestAlert.ORDER));
        assertThat(handrail.timeline(into)).contains("source_resolved");
        var end = handrail.incident(number(orders)).path("timeline").findPath("tie");
        assertThat(end.path("kind").asText() + " " + end.path("incident").asLong())
                .isEqualTo("merged_into " + into);
        assertThat(handrail.timeline(number(orders)).getLast()).isEqualTo("finished");
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoFailuresInOneIncident_whenSomeAlertsAreSplitOff_thenTheyHaveAnIncidentOfTheirOwn(Database database) {
        var handrail = on(database);
        handrail.fires("HostDown", host("a"));
        handrail.fires("HostDown", host("b"));
        handrail.fires("HostDown", host("c"));
        var card = handrail.card("U03MARTA", "#platform-jobs", "HostDown");
        card.expect("3 of 3 firing");

        more(card, "Split…").submit(Map.of("choice", List.of("host=b"), "sentence", "It has no disk"));

        card.expect("2 of 2 firing");
        assertThat(card.expectReply("split 1 alert off into").mentions()).isEmpty();
        var old = number(card);
        var own = tie(handrail.incident(old), "split_off");
        assertThat(tie(handrail.incident(own), "split_from")).isEqualTo(old);
        assertThat(handrail.incident(own).path("channel").asText())
                .isEqualTo(handrail.incident(old).path("channel").asText());
        var fresh = handrail.card("U03MARTA", "#platform-jobs", "incident #" + own);
        fresh.expectReply("split this off");

        handrail.resolves("HostDown", host("b"));
        assertThat(handrail.timeline(own)).contains("source_resolved");
        assertThat(handrail.timeline(old)).doesNotContain("source_resolved");
        handrail.fires("HostDown", host("d"));
        card.expect("3 of 3 firing");
        var form = more(card, "Split…");
        var errors = form.submit(Map.of("choice", List.of("host=a", "host=c", "host=d"), "sentence", "All of them"))
                .path("errors");
        assertThat(errors.path("choice").asText())
                .as("it is said in the form, which keeps what was typed")
                .contains("an incident keeps at least one", "Choose fewer");
        form.submit(Map.of("choice", List.of("host=d"), "sentence", "All of them"));
        card.expect("2 of 2 firing");
        assertThat(handrail.incident(old).path("alerts").asInt()).isEqualTo(2);
    }

    private static long tie(JsonNode incident, String kind) {
        for (var tie : incident.path("ties")) {
            if (tie.path("kind").asText().equals(kind)) {
                return tie.path("incident").asLong();
            }
        }
        throw new AssertionError("no " + kind + " in " + Json.write(incident.path("ties")));
    }

    private static Map<String, String> host(String name) {
        return Map.of("flow", "batch-jobs", "host", name);
    }

    private static Map<String, String> another(Map<String, String> labels) {
        var other = new HashMap<>(labels);
        other.put("order_id", "100000043");
        return other;
    }

    private static SlackModal more(SlackMessage card, String label) {
        card.click("More…");
        card.person().modal().expect("Merge into…*").click(label);
        return card.person()
                .slack()
                .awaitPresent(
                        "the form",
                        () -> Optional.of(card.person().modal()).filter(open -> !open.contains("Merge into…*")));
    }

    private static long number(SlackMessage card) {
        return Long.parseLong(card.text().replaceAll("(?s).*?incident #(\\d+).*", "$1"));
    }

    private RunningHandrail on(Database database) {
        return running.computeIfAbsent(database, RunningHandrail::on);
    }
}

package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four hundred orders are stuck for one reason: that is one failure, and four hundred things to look after. */
@Waiting
class WorkListStoryTest {
    private static final int ORDERS = 400;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void givenManyOrdersThatFailAlike_whenTheirAlertsCome_thenTheyAreOneIncidentWithAWorkList(Database database)
            throws IOException {
        try (var handrail = RunningHandrail.on(database, Map.of("handrail.runbooks", library()))) {
            IntStream.range(0, ORDERS).parallel().forEach(order -> handrail.fires("OrderStuck", order(order)));
            IntStream.range(0, 20).forEach(order -> handrail.resolves("OrderStuck", order(order)));

            assertThat(get(handrail, "/v1/incidents")).hasSize(1);
            var incident = handrail.incident(1);
            assertThat(incident.path("alerts").asInt()).isEqualTo(ORDERS);
            assertThat(incident.path("alerts_summary")
                            .path("work_list")
                            .path("open")
                            .asInt())
                    .isEqualTo(ORDERS - 20);
            assertThat(get(handrail, "/v1/incidents/1/items?limit=200&offset=300"))
                    .hasSize(100)
                    .filteredOn(item -> item.path("status").asText().equals("resolved"))
                    .hasSize(20);
            var card = handrail.card("U01ANA", "#order-flows", "380 of 400 still fail");
            assertThat(card.readable()).contains("and 375 more");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAWorkList_whenItsLastItemHasResolved_thenTheSourceSaysThatItIsOver(Database database) throws IOException {
        try (var handrail = RunningHandrail.on(database, Map.of("handrail.runbooks", library()))) {
            handrail.fires("OrderStuck", order(1));
            handrail.fires("OrderStuck", order(2));
            handrail.resolves("OrderStuck", order(1));
            assertThat(handrail.timeline(1)).doesNotContain("source_resolved");

            handrail.resolves("OrderStuck", order(2));

            assertThat(handrail.timeline(1)).contains("source_resolved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAlerts_whenTheyAreListed_thenEachSaysWhatWasDecidedAndWhy(Database database) throws IOException {
        try (var handrail = RunningHandrail.on(database, Map.of("handrail.runbooks", library()))) {
            handrail.resolves("OrderStuck", order(1));
            handrail.fires("OrderStuck", order(1));
            handrail.fires("OrderStuck", order(2));
            handrail.fires("OrderStuck", order(3));
            handrail.fires("OrderStuck", order(3));

            var alerts = get(handrail, "/v1/alerts?limit=10");
            assertThat(alerts)
                    .extracting(alert -> alert.path("labels").path("order_id").asText() + " "
                            + alert.path("status").asText() + " "
                            + alert.path("incident").asText() + " "
                            + alert.path("why").asText().split(":")[0])
                    .containsExactly(
                            "order 3 firing 1 joins",
                            "order 2 firing 1 opens",
                            "order 1 resolved null resolved, and no incident holds it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenABusinessEventThatAloneIsNoTrouble_whenNoRunbookIsForIt_thenItIsKeptAndNobodyIsTold(Database database)
            throws IOException {
        try (var handrail = RunningHandrail.on(database, Map.of("handrail.runbooks", library()))) {
            var answer = handrail.api()
                    .post(
                            "/v1/alerts/stripe",
                            RunningHandrail.ALERT_TOKEN,
                            "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"customer.created\",\"created\":1763690045,"
                                    + "\"livemode\":true,\"data\":{\"object\":{\"id\":\"cus_1\",\"object\":\"customer\"}}}");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(get(handrail, "/v1/incidents")).isEmpty();
            assertThat(get(handrail, "/v1/alerts").get(0).path("why").asText())
                    .isEqualTo("no runbook is for it, and alone it tells of no trouble");
        }
    }

    private String library() throws IOException {
        return SmallLibrary.in(temp, "latency: soon", "business_key: order_id").toString();
    }

    private static Map<String, String> order(int number) {
        var labels = new HashMap<>(TestAlert.ORDER);
        labels.put("order_id", "order " + number);
        return labels;
    }

    private static JsonNode get(RunningHandrail handrail, String path) {
        return Json.tree(handrail.api().get(path, RunningHandrail.API_TOKEN).body());
    }
}

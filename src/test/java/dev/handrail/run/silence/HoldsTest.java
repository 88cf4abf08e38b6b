package dev.handrail.run.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.alert.MatcherParser;
import dev.handrail.alert.Silence;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.ownership.Flow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z"); // Sunday, 23:00 in Berlin
    private static final Alert ALERT = new Alert(
            "alertmanager",
            "",
            new Fingerprint("f1"),
            Alert.Status.FIRING,
            Map.of("alertname", "OrderLost", "flow", "orders"),
            Map.of(),
            NOW,
            Optional.empty());
    private static final Flow ORDERS = CatalogueReader.read(
                    "default: a\nowners: {a: {contacts: [{slack_user: U01ANA}]}}\n", """
                    default_channel: "#alerts"
                    zone: Europe/Berlin
                    flows:
                      orders:
                        name: Orders to ERP
                        owner: a
                        maintenance:
                          - {every: Sunday, from: 22:00, to: 02:00, why: backup of the ERP}
                    """)
            .catalogue()
            .flatMap(catalogue -> catalogue.flow("orders"))
            .orElseThrow();

    private static Silence silence(long id, String matchers, String until) {
        var read = (MatcherParser.Matchers) MatcherParser.parse(matchers);
        return new Silence(
                id, read.matchers(), NOW.minusSeconds(60), Instant.parse(until), "Ana", "deploy", Optional.empty());
    }

    @Test
    void givenNothingCoversIt_thenNothingHoldsIt() {
        var holds = new Holds(NOW, List.of(silence(1, "flow=stock", "2026-11-23T04:00:00Z")));

        assertThat(holds.over(ALERT, Optional.empty())).isEmpty();
        assertThat(Holds.NONE.over(ALERT, Optional.empty())).isEmpty();
    }

    @Test
    void givenAWindowOfItsFlow_thenTheWindowHoldsItAndSaysWhyByTheClockThere() {
        assertThat(new Holds(NOW, List.of()).over(ALERT, Optional.of(ORDERS)))
                .contains(new Hold(
                        Instant.parse("2026-11-23T01:00:00Z"),
                        "held by the maintenance window of Orders to ERP until 23 Nov 02:00 Europe/Berlin:"
                                + " backup of the ERP"));
    }

    @Test
    void givenSeveralCoverIt_thenTheLongestHoldsIt() {
        var holds = new Holds(
                NOW,
                List.of(
                        silence(1, "flow=orders", "2026-11-22T23:00:00Z"),
                        silence(2, "alertname=OrderLost", "2026-11-23T04:00:00Z")));

        assertThat(holds.over(ALERT, Optional.of(ORDERS)))
                .contains(new Hold(
                        Instant.parse("2026-11-23T04:00:00Z"),
                        "held by silence #2 of Ana until 23 Nov 04:00 UTC: deploy"));
    }

    @Test
    void givenTheDayIsToday_thenOnlyTheTimeIsSaid() {
        assertThat(new Holds(NOW, List.of(silence(1, "flow=orders", "2026-11-22T23:00:00Z")))
                        .over(ALERT, Optional.empty())
                        .map(Hold::why))
                .contains("held by silence #1 of Ana until 23:00 UTC: deploy");
    }
}

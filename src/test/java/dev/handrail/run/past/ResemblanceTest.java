package dev.handrail.run.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResemblanceTest {
    private static Past past(long id, String name, Map<String, String> labels, String summary) {
        return new Past(new IncidentId(id), name, labels, Map.of("summary", summary));
    }

    private static List<Long> nearest(Past now, List<Past> past) {
        return Resemblance.nearest(now, past, 3).stream()
                .map(like -> like.id().value())
                .toList();
    }

    private static final List<Past> MONTH = month();

    private static List<Past> month() {
        var month = new ArrayList<Past>();
        for (var at = 1; at <= 40; at++) {
            month.add(past(
                    at,
                    "Pod" + (char) ('A' + at % 20) + "Restarts",
                    Map.of("alertname", "Pod" + at % 20, "severity", "high", "region", "eu"),
                    "The pod restarts"));
        }
        month.add(past(
                41,
                "CarrierLabelRefused",
                Map.of("alertname", "CarrierLabelRefused", "severity", "high", "region", "eu", "carrier", "dhl"),
                "The carrier refuses labels"));
        month.add(past(
                42,
                "StockFeedStuck",
                Map.of("alertname", "StockFeedStuck", "severity", "high", "region", "eu", "flow", "stock"),
                "The stock feed is stuck"));
        return month;
    }

    @Test
    void whenTheSameFailureComesAgain_thenItIsFoundFirst() {
        var now = past(
                50,
                "CarrierLabelRefused",
                Map.of("alertname", "CarrierLabelRefused", "severity", "high", "region", "us", "carrier", "dhl"),
                "The carrier refuses labels");

        assertThat(nearest(now, MONTH)).startsWith(41L);
    }

    @Test
    void whenItHasAnotherNameAndSaysTheSame_thenItIsFound() {
        var now = past(
                50,
                "FeedOfStockHangs",
                Map.of("alertname", "FeedOfStockHangs", "severity", "high", "region", "eu", "flow", "stock"),
                "The feed of stock is stuck");

        assertThat(nearest(now, MONTH)).startsWith(42L);
    }

    @Test
    void whenOnlySeverityAndRegionAreEqual_thenNothingIsAlike() {
        var now = past(
                50,
                "RefundDoubled",
                Map.of("alertname", "RefundDoubled", "severity", "high", "region", "eu"),
                "A refund went out twice");

        assertThat(nearest(now, MONTH)).isEmpty();
        assertThat(nearest(now, List.of())).isEmpty();
    }

    @Test
    void whenManyAreEquallyAlike_thenTheNewestThreeAreShown() {
        var same = Map.of("alertname", "A", "flow", "stock");
        var past = List.of(
                past(4, "A", same, "x"), past(3, "A", same, "x"), past(2, "A", same, "x"), past(1, "A", same, "x"));

        assertThat(nearest(past(9, "A", same, "x"), past)).containsExactly(4L, 3L, 2L);
    }
}

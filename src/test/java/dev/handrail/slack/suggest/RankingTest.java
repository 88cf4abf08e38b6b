package dev.handrail.slack.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import dev.handrail.slack.Drill;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
    private static final List<Runbook> RUNBOOKS = Stream.of(
                    "orders/export-stuck=Orders stuck before ERP export",
                    "orders/rejected=Order rejected by the ERP",
                    "payments/refund-failed=A refund came back",
                    "stock/drift=Stock differs from the ERP",
                    "jobs/feed-14=Feed 14 is late",
                    "jobs/feed-140=Feed 140 is late")
            .map(RankingTest::runbook)
            .toList();

    private static final List<IncidentView> INCIDENTS = List.of(
            incident(31, "Orders stuck", "order-to-erp", Map.of("region", "eu")),
            incident(12, "A refund came back", "refunds", Map.of("order_id", "3100")),
            incident(3, "Stock differs", "stock", Map.of("sku", "24-MB03")),
            incident(120, "Orders stuck", "order-to-erp", Map.of("region", "us")));

    private static Runbook runbook(String spec) {
        var parts = spec.split("=");
        var text = "# %s\n\n## Diagnosis\n1. Is it so?\n   - Yes → resolved\n".formatted(parts[1]);
        return RunbookParser.parse(parts[0] + ".md", text).runbooks().getFirst();
    }

    private static IncidentView incident(long id, String title, String flow, Map<String, String> labels) {
        var like = Drill.known().view();
        var incident = new Incident(
                new IncidentId(id), title, Severity.HIGH, Optional.of(flow), "#x", "", Drill.START, Optional.empty());
        var alerts = new AlertSummary(1, 1, labels, Map.of(), Optional.empty());
        return new IncidentView(incident, like.plan(), like.state(), alerts, like.timeline());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # typed         | what the search finds    | what is offered, in this order
            ''              | -                        | export-stuck rejected refund-failed drift feed-14 feed-140
            refun           | -                        | refund-failed
            feed 140        | -                        | feed-140
            14              | -                        | feed-14 feed-140
            feed-14         | -                        | feed-14 feed-140
            ERP             | -                        | export-stuck rejected drift
            erp             | drift                    | drift export-stuck rejected
            erp order       | drift rejected           | rejected export-stuck drift
            money back      | refund-failed            | refund-failed
            no such thing   | -                        | ''
            ' ,;% '         | -                        | export-stuck rejected refund-failed drift feed-14 feed-140
            """)
    void givenWhatWasTyped_thenNamesComeBeforeTextAndBothAsTheSearchRanksThem(
            String typed, String found, String offered) {
        var ranked = Ranking.runbooks(RUNBOOKS, named(found), Typed.of(typed));

        assertThat(ranked.stream().map(RankingTest::name).collect(Collectors.joining(" ")))
                .isEqualTo(offered);
    }

    private static List<Runbook> named(String names) {
        return Stream.ofNullable(names)
                .flatMap(all -> Arrays.stream(all.split(" ")))
                .flatMap(name ->
                        RUNBOOKS.stream().filter(runbook -> name(runbook).equals(name)))
                .toList();
    }

    private static String name(Runbook runbook) {
        return runbook.path().replaceAll(".*/|\\.md", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # typed         | the incidents, in this order
            ''              | 31 12 3 120
            3               | 3 31 12
            '#12'           | 12 120
            12              | 12 120
            stuck           | 31 120
            orders us       | 120
            refunds         | 12
            3100            | 12
            mb03            | 3
            STOCK           | 3
            order-to-erp eu | 31
            nothing         | ''
            """)
    void givenWhatWasTyped_thenNumbersComeBeforeNamesAndNamesBeforeLabels(String typed, String offered) {
        var ranked = Ranking.incidents(INCIDENTS, Typed.of(typed));

        assertThat(ranked.stream()
                        .map(view -> Long.toString(view.incident().id().value()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(offered);
    }
}

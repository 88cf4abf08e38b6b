package dev.handrail.runbook.parse;

import static dev.handrail.runbook.parse.Reading.clean;
import static dev.handrail.runbook.parse.Reading.problems;
import static dev.handrail.runbook.parse.Reading.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Severity;
import dev.handrail.ownership.OwnerId;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Policy;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Runbook.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Level 1. */
class FrontMatterTest {
    @Nested
    class GivenEveryKey {
        private static final String TEXT = """
                ---
                id: order-export-stuck
                title: Orders stuck before ERP export
                status: draft
                match:
                  - alertname="OrderExportStalled"
                  - '{flow="order-to-erp", alertname=~"OrderExport.*", severity!="info"}'
                flow: order-to-erp
                owner: erp-integration
                severity: high
                group_by: [flow, region]
                acknowledge_within: 5m
                step_within: 15m
                resolve: quiet 30m
                reopen_within: 1h
                links: {Dashboard: https://grafana.example/d/orders}
                review: {last: 2026-09-01, every: 90d}
                x-team: blue
                ---
                # T

                Look.
                """;

        @Test
        void whenParsed_thenAllOfItIsThere() {
            var runbook = clean(TEXT);

            assertThat(runbook.id()).isEqualTo("order-export-stuck");
            assertThat(runbook.title()).isEqualTo("Orders stuck before ERP export");
            assertThat(runbook.status()).isEqualTo(Status.DRAFT);
            assertThat(runbook.match())
                    .extracting(MatchRule::toString)
                    .containsExactly(
                            "{alertname=\"OrderExportStalled\"}",
                            "{flow=\"order-to-erp\", alertname=~\"OrderExport.*\", severity!=\"info\"}");
            assertThat(runbook.policy())
                    .isEqualTo(new Policy(
                            Optional.of(new OwnerId("erp-integration")),
                            Optional.of("order-to-erp"),
                            Optional.of(Severity.HIGH),
                            new Policy.Grouping(List.of("flow", "region"), Optional.empty()),
                            new Policy.Times(
                                    Optional.of(Duration.ofMinutes(5)),
                                    Optional.of(Duration.ofMinutes(15)),
                                    Duration.ofHours(1)),
                            new Resolution.Quiet(Duration.ofMinutes(30)),
                            new Policy.Review(
                                    Optional.of(LocalDate.of(2026, 9, 1)), Optional.of(Duration.ofDays(90)))));
            assertThat(runbook.policy().review().due()).contains(LocalDate.of(2026, 11, 30));
            assertThat(runbook.sections().links()).isEqualTo(Map.of("Dashboard", "https://grafana.example/d/orders"));
            assertThat(runbook.walk().first().line()).isEqualTo(20);
        }
    }

    @Nested
    class GivenSlips {
        @Test
        void whenParsed_thenEachIsNamedAtItsPlace() {
            var text = """
                    ---
                    id: a b
                    onwer: x
                    status: on
                    severity: page
                    resolve: quiet soon
                    acknowledge_within: 5
                    reopen_within: [1h]
                    links: {Docs: example.org}
                    review: {last: soon, evry: 90d}
                    owner:
                    flow: a
                    flow: b
                    ---
                    Text.
                    """;

            assertThat(rules(text))
                    .containsExactly(
                            "2:5 bad-value!",
                            "3:1 unknown-key!",
                            "4:9 bad-value!",
                            "5:11 bad-value!",
                            "6:10 bad-value!",
                            "7:21 bad-duration!",
                            "8:16 wrong-kind!",
                            "9:15 bad-value!",
                            "10:16 bad-value!",
                            "10:22 unknown-key!",
                            "11:7 wrong-kind!",
                            "13:1 duplicate-key!");
        }

        @Test
        void whenAMatcherIsWrong_thenTheColumnIsInsideIt() {
            var text = """
                    ---
                    match:
                      - alertname="a" b="c"
                      - '{a="b", c=~"["}'
                      - {flow: x}
                      - severity!="info"
                      - ''
                    ---
                    Text.
                    """;

            assertThat(rules(text))
                    .containsExactly(
                            "3:19 bad-matcher!",
                            "4:17 bad-matcher!",
                            "5:5 bad-matcher!",
                            "6:5 match-everything!",
                            "7:5 match-everything!");
        }

        @Test
        void whenTheYamlIsBroken_thenItsPlaceIsNamedAndTheTextIsStillLookedAt() {
            assertThat(rules("---\nid: x\nowner: a: b\n---\n## Fix\n\nx\n\n- **A** → nowhere\n- **B** → next\n"))
                    .containsExactly("3:9 yaml-syntax!", "9:9 bad-target");
        }

        @Test
        void whenItNamesTheKeyOfAWorkList_thenThatIsRight() {
            assertThat(problems("---\nbusiness_key: order_id\n---\nText.")).isEmpty();
        }
    }

    @Nested
    class GivenTomlOfAnotherTool {
        @Test
        void whenParsed_thenItIsNoText() {
            var text = "+++\n# of Hugo\ntitle = 'Disk full'\n[menu]\nweight = 1\n+++\n# DiskFull\n\nDelete.\n";

            assertThat(clean(text).title()).isEqualTo("DiskFull");
            assertThat(clean(text).walk().steps()).hasSize(1);
            assertThat(clean(text).walk().first().text()).isEqualTo("Delete.");
            assertThat(clean(text).walk().first().line()).isEqualTo(7);
        }

        @Test
        void whenTheSignsAreOnlyText_thenTheyStayText() {
            assertThat(clean("+++\nLook.\n+++\n").walk().first().text()).isEqualTo("+++\nLook.\n+++");
            assertThat(clean("+++\na = 1\n").walk().first().text()).contains("a = 1");
        }
    }

    @Nested
    class GivenAReview {
        private static String review(String value) {
            return "---\nid: x\nreview: " + value + "\n---\nText.\n";
        }

        @Test
        void whenItSaysBoth_thenTheDayIsKnown() {
            assertThat(clean(review("{last: 2026-09-01, every: 90d}"))
                            .policy()
                            .review()
                            .due())
                    .contains(LocalDate.of(2026, 11, 30));
            assertThat(clean(review("{every: 90d}")).policy().review().due()).isEmpty();
        }

        @Test
        void whenADateOrASpanIsNone_thenItsPlaceIsNamed() {
            assertThat(rules(review("{last: 2026-02-30, every: 12h}")))
                    .containsExactly("3:16 bad-value!", "3:35 bad-value!");
            assertThat(rules(review("2026-09-01"))).containsExactly("3:9 wrong-kind!");
        }
    }

    @Nested
    class GivenNothingBetweenTheRules {
        @Test
        void whenParsed_thenItIsAPlainFile() {
            assertThat(clean("---\n---\nText.").walk().steps()).hasSize(1);
            assertThat(clean("---\n# only a comment\n---\nText.").walk().steps())
                    .hasSize(1);
        }
    }
}

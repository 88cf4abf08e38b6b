package dev.handrail.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private final List<Runbook> runbooks = new ArrayList<>();

    private MatcherTest with(String path, String frontMatter) {
        var text = frontMatter.isEmpty() ? "Text." : "---\n" + frontMatter + "\n---\nText.";
        runbooks.add(RunbookParser.parse(path, text).runbook().orElseThrow());
        return this;
    }

    private Match match(Map<String, String> labels, Map<String, String> annotations) {
        return new Matcher(runbooks).match(alert(labels, annotations));
    }

    private static Alert alert(Map<String, String> labels, Map<String, String> annotations) {
        return new Alert(
                "test",
                "group",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                annotations,
                Instant.EPOCH,
                Optional.empty());
    }

    private Match match(String... labels) {
        return match(map(labels), Map.of());
    }

    private Match pointing(String key, String value) {
        return match(Map.of("alertname", "Nothing"), Map.of(key, value));
    }

    private static Map<String, String> map(String... pairs) {
        var map = new java.util.HashMap<String, String>();
        for (int index = 0; index < pairs.length; index += 2) {
            map.put(pairs[index], pairs[index + 1]);
        }
        return map;
    }

    private static void isMatched(Match match, String path, String why) {
        assertThat(match).isInstanceOfSatisfying(Match.Matched.class, matched -> {
            assertThat(matched.runbook().path()).isEqualTo(path);
            assertThat(matched.why()).isEqualTo(why);
        });
    }

    private static void isMatched(Match match, String path) {
        assertThat(match)
                .isInstanceOfSatisfying(
                        Match.Matched.class,
                        matched -> assertThat(matched.runbook().path()).isEqualTo(path));
    }

    private static void isAmbiguous(Match match, String... paths) {
        assertThat(match).isInstanceOfSatisfying(Match.Ambiguous.class, several -> {
            assertThat(several.reasons()).hasSameSizeAs(several.candidates()).noneMatch(String::isBlank);
            assertThat(several.candidates()).extracting(Runbook::path).containsExactly(paths);
            assertThat(several.why()).contains(paths);
        });
    }

    @Nested
    class GivenAPointer {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "order-export-stuck",
                    "orders/stuck.md",
                    "orders/stuck",
                    "/orders/stuck/",
                    "stuck.md",
                    "https://github.com/acme/runbooks/blob/main/orders/stuck.md",
                    "https://runbooks.example/orders/STUCK#1-replay",
                    "https://runbooks.example/orders/stuck/?from=alert",
                    "https://wiki.example/runbooks/order-export-stuck",
                    "https://wiki.example/orders%2Fstuck.md",
                })
        void whenItEndsInThePathOrTheId_thenThatRunbookIsIt(String value) {
            with("orders/stuck.md", "id: order-export-stuck").with("payments/late.md", "");

            isMatched(
                    pointing("runbook_url", value),
                    "orders/stuck.md",
                    "runbook_url \"" + value + "\" names this runbook");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://wiki.example/stuck",
                    "https://wiki.example/borders/stuck",
                    "https://wiki.example/orders/stuck/page",
                    "https://wiki.example/orders/unstuck",
                    "%zz",
                    "https://wiki.example/",
                })
        void whenItEndsInAnythingElse_thenItIsNot(String value) {
            with("orders/stuck.md", "id: order-export-stuck");

            assertThat(pointing("runbook_url", value)).isInstanceOf(Match.Unknown.class);
        }

        @Test
        void whenSeveralEndsFit_thenTheLongestIsMeant() {
            with("stuck.md", "").with("orders/stuck.md", "");

            isMatched(pointing("runbook_url", "https://x.example/orders/stuck.md"), "orders/stuck.md");
            isMatched(pointing("runbook_url", "https://x.example/payments/stuck.md"), "stuck.md");
        }

        @Test
        void whenANameFitsTwoFolders_thenItIsAmbiguous() {
            with("a/stuck.md", "").with("b/stuck.md", "");

            isAmbiguous(pointing("runbook", "stuck.md"), "a/stuck.md", "b/stuck.md");
        }

        @Test
        void whenItIsALabelOrAnotherKey_thenItCountsAsWell() {
            with("stuck.md", "id: order-export-stuck");

            isMatched(match("runbook_id", "order-export-stuck"), "stuck.md");
            isMatched(pointing("runbook", "stuck"), "stuck.md");
            assertThat(pointing("wiki", "stuck")).isInstanceOf(Match.Unknown.class);
        }

        @Test
        void whenItFitsNothing_thenRulesAreLookedAt() {
            with("stuck.md", "match: [alertname=\"Nothing\"]");

            isMatched(pointing("runbook_url", "https://wiki.example/other"), "stuck.md");
        }

        @Test
        void whenARuleFitsAnother_thenThePointerIsStronger() {
            with("a.md", "match: [alertname=\"Nothing\"]").with("b.md", "");

            isMatched(pointing("runbook", "b.md"), "b.md");
        }
    }

    @Nested
    class GivenRules {
        @Test
        void whenOneCovers_thenItSaysSo() {
            with("a.md", "match: [alertname=\"OrderExportStalled\"]");

            isMatched(
                    match("alertname", "OrderExportStalled"),
                    "a.md",
                    "alertname=\"OrderExportStalled\" is what this runbook is for");
        }

        @Test
        void whenOneHasMoreEqualities_thenItWins() {
            with("a.md", "match: [x=\"1\"]").with("b.md", "match: ['{x=\"1\", y=\"2\"}']");

            isMatched(match("x", "1", "y", "2"), "b.md", "x=\"1\", y=\"2\" is what this runbook is for");
            isMatched(match("x", "1", "y", "3"), "a.md");
        }

        @Test
        void whenEqualitiesAreEqual_thenMoreRegexesWin() {
            with("a.md", "match: [x=\"1\"]").with("b.md", "match: ['{x=\"1\", y=~\"2.*\"}']");

            isMatched(match("x", "1", "y", "22"), "b.md");
        }

        @Test
        void whenARegexIsLonger_thenAnEqualityStillWins() {
            with("a.md", "match: [x=\"1\"]").with("b.md", "match: ['{y=~\"2\", z=~\"3\"}']");

            isMatched(match("x", "1", "y", "2", "z", "3"), "a.md");
        }

        @Test
        void whenOnlyNegativesDiffer_thenItIsAmbiguous() {
            with("a.md", "match: [x=\"1\"]").with("b.md", "match: ['{x=\"1\", y!=\"2\"}']");

            isAmbiguous(match("x", "1"), "a.md", "b.md");
            isMatched(match("x", "1", "y", "2"), "a.md");
        }

        @Test
        void whenOneRunbookHasTwoThatCover_thenItIsNotAmbiguousWithItself() {
            with("a.md", "match: [x=\"1\", y=\"2\"]");

            isMatched(match("x", "1", "y", "2"), "a.md");
        }

        @Test
        void whenARegexCoversOnlyAPart_thenItDoesNotMatch() {
            with("a.md", "match: [x=~\"Order\"]");

            assertThat(match("x", "OrderExport")).isInstanceOf(Match.Unknown.class);
        }
    }

    @Nested
    class GivenOnlyAName {
        @Test
        void whenItIsTheIdTheFileOrTheTitle_thenThatIsIt() {
            with("x/OrderStuck.md", "").with("b.md", "id: PaymentLate").with("c.md", "title: Tax is down");

            isMatched(
                    match("alertname", "OrderStuck"),
                    "x/OrderStuck.md",
                    "the alert is called \"OrderStuck\", and so is this runbook's file");
            isMatched(match("alertname", "PaymentLate"), "b.md");
            isMatched(match("alertname", "Tax is down"), "c.md");
        }

        @Test
        void whenTwoFilesHaveIt_thenItIsAmbiguous() {
            with("x/OrderStuck.md", "").with("y/OrderStuck.md", "");

            isAmbiguous(match("alertname", "OrderStuck"), "x/OrderStuck.md", "y/OrderStuck.md");
        }

        @Test
        void whenTwoFilesHaveItAndALabelNamesTheFolderOfOne_thenThatIsMeant() {
            with("payments/Stuck.md", "").with("orders/Stuck.md", "");

            isMatched(
                    match("alertname", "Stuck", "team", "Orders"),
                    "orders/Stuck.md",
                    "the alert is called \"Stuck\", and so is this runbook's file, where the alert's labels say it is from");
            isAmbiguous(match("alertname", "Stuck", "team", "tax"), "payments/Stuck.md", "orders/Stuck.md");
        }

        @Test
        void whenTwoFilesHaveItAndALabelNamesTheFlowOfOne_thenThatIsMeant() {
            with("a/Stuck.md", "flow: order-to-erp").with("b/Stuck.md", "flow: refund");

            isMatched(match("alertname", "Stuck", "flow", "refund"), "b/Stuck.md");
        }

        @Test
        void whenFrontMatterHasAnotherTitle_thenTheH1StillCounts() {
            runbooks.add(RunbookParser.parse("a.md", "---\nid: a\ntitle: Order Stuck\n---\n# OrderStuck\n\nText.")
                    .runbook()
                    .orElseThrow());

            isMatched(match("alertname", "OrderStuck"), "a.md");
        }
    }

    @Nested
    class GivenNothingThatFits {
        @Test
        void whenMatched_thenItSaysWhatWasLookedAt() {
            with("a.md", "");

            assertThat(pointing("runbook_url", "https://x.example/y").why())
                    .isEqualTo(
                            "no runbook is known for this alert: of 1 active, runbook_url \"https://x.example/y\" names none"
                                    + " of them, no match rule covers its labels, none is called \"Nothing\"");
            assertThat(match("x", "1").why())
                    .isEqualTo("no runbook is known for this alert: of 1 active, no match rule covers its labels,"
                            + " the alert has no name");
        }

        @Test
        void whenADraftWouldFit_thenItIsNamedAndNotMatched() {
            with("a.md", "status: draft\nmatch: [alertname=\"A\"]");

            assertThat(match("alertname", "A")).isInstanceOf(Match.Unknown.class);
            assertThat(match("alertname", "A").why()).endsWith("; a.md would be for it, but is draft");
        }
    }

    @Nested
    class GivenTextThatIsAlike {
        @Test
        void whenNoRungDecides_thenItIsSuggestedAndNotMatched() {
            with("db/PostgresReplicaLagging.md", "").with("web/CertificateExpires.md", "");

            assertThat(match("alertname", "PostgresReplicationLagHigh"))
                    .isInstanceOfSatisfying(Match.Suggested.class, suggested -> {
                        assertThat(suggested.suggestions())
                                .extracting(suggestion -> suggestion.runbook().path())
                                .containsExactly("db/PostgresReplicaLagging.md");
                        assertThat(suggested.why())
                                .startsWith("no runbook is known for this alert: of 2 active, ")
                                .contains("; perhaps db/PostgresReplicaLagging.md (0.");
                    });
        }

        @Test
        void whenOnlyWhatIsCertainIsAsked_thenNothingIsSuggested() {
            with("db/PostgresReplicaLagging.md", "").with("a.md", "match: [x=\"1\"]");
            var matcher = new Matcher(runbooks);

            assertThat(matcher.certain(alert(map("alertname", "PostgresReplicationLagHigh"), Map.of())))
                    .isEmpty();
            assertThat(matcher.certain(alert(map("x", "1"), Map.of())))
                    .contains(matcher.match(alert(map("x", "1"), Map.of())));
        }

        @Test
        void whenTheRunbookIsADraft_thenItIsNotSuggested() {
            with("db/PostgresReplicaLagging.md", "status: draft");

            assertThat(match("alertname", "PostgresReplicationLagHigh")).isInstanceOf(Match.Unknown.class);
        }
    }

    @Nested
    class GivenNoNames {
        private Match withoutNames(String... labels) {
            var labelled = map(labels);
            return new Matcher(runbooks, Rungs.WITHOUT_NAMES).match(alert(labelled, Map.of("runbook", "a.md")));
        }

        @Test
        void whenAPointerOrANameFits_thenItIsNotAMatch() {
            with("a.md", "id: DiskFull");

            assertThat(withoutNames("alertname", "DiskFull")).isNotInstanceOf(Match.Matched.class);
        }

        @Test
        void whenARuleAsksForTheName_thenItIsLeftOutAndOthersStay() {
            with("a.md", "match: ['{alertname=\"Full\", x=\"1\"}']")
                    .with("b.md", "match: ['{x=\"1\", alertname!=\"Other\"}']");

            isMatched(withoutNames("alertname", "Full", "x", "1"), "b.md");
        }
    }

    @Nested
    class GivenAnAuthorWhoAsksWhyNot {
        private List<String> misses(String... labels) {
            var labelled = alert(map(labels), Map.of());
            return new NearMisses(runbooks)
                    .of(labelled, new Matcher(runbooks).match(labelled)).stream()
                            .map(miss -> miss.runbook().path() + ": " + miss.whyNot())
                            .toList();
        }

        @Test
        void whenAMatcherFails_thenItSaysWhatWasFoundAndWanted() {
            with("a.md", "match: ['{kind=\"stuck\", flow=\"payment\", region=~\"eu.*\"}']");

            assertThat(misses("kind", "stuck", "flow", "order-to-erp"))
                    .containsExactly(
                            "a.md: flow is order-to-erp, wanted payment; it has no label region, wanted one that"
                                    + " matches eu.*");
        }

        @Test
        void whenARuleIsLessPreciseOrItsRunbookADraft_thenItSaysSo() {
            with("a.md", "match: [x=\"1\"]")
                    .with("b.md", "match: ['{x=\"1\", y=\"2\"}']")
                    .with("c.md", "status: draft\nmatch: ['{x=\"1\", y=\"2\"}']");

            assertThat(misses("x", "1", "y", "2"))
                    .containsExactly("c.md: it is draft", "a.md: {x=\"1\"} covers it, but less precisely");
        }

        @Test
        void whenNothingSpeaksForARunbook_thenItIsNoRunnerUp() {
            with("a.md", "match: [x=\"1\"]").with("b.md", "match: ['{y=\"9\", x!=\"3\"}']");

            assertThat(misses("x", "2")).isEmpty();
        }
    }
}

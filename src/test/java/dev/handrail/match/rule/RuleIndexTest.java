package dev.handrail.match.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.MatcherParser;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index against looking at every rule in turn, which is slow and plainly right. */
class RuleIndexTest {
    @Property
    void whenLabelsAreLookedUp_thenTheMostPreciseRulesAreFoundAndNoOthers(
            @ForAll("libraries") List<List<String>> rules, @ForAll("labels") Map<String, String> labels) {
        var runbooks = runbooks(rules);

        var found = new RuleIndex(runbooks, _ -> true).best(labels);

        assertThat(found).extracting(claim -> claim.runbook().path()).isEqualTo(expected(runbooks, labels));
        assertThat(found).allMatch(claim -> claim.rule().covers(labels));
    }

    @Property
    void whenTheLibraryIsReadInAnotherOrder_thenTheSameRunbooksAreFound(
            @ForAll("libraries") List<List<String>> rules,
            @ForAll("labels") Map<String, String> labels,
            @ForAll long seed) {
        var runbooks = runbooks(rules);
        var shuffled = new ArrayList<>(runbooks);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new RuleIndex(shuffled, _ -> true).best(labels))
                .containsExactlyInAnyOrderElementsOf(new RuleIndex(runbooks, _ -> true).best(labels));
    }

    @Property
    void whenPrecisionsAreCompared_thenTheirOrderIsTotal(
            @ForAll("precisions") Precision a, @ForAll("precisions") Precision b, @ForAll("precisions") Precision c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a).isLessThanOrEqualTo(c);
        }
    }

    private static List<String> expected(List<Runbook> runbooks, Map<String, String> labels) {
        var covering = runbooks.stream()
                .flatMap(runbook -> runbook.match().stream())
                .filter(rule -> rule.covers(labels))
                .map(Precision::of)
                .max(Comparator.naturalOrder());
        return runbooks.stream()
                .filter(runbook -> runbook.match().stream()
                        .filter(rule -> rule.covers(labels))
                        .anyMatch(rule -> covering.equals(java.util.Optional.of(Precision.of(rule)))))
                .map(Runbook::path)
                .toList();
    }

    private static List<Runbook> runbooks(List<List<String>> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(index -> runbook("%03d.md".formatted(index), rules.get(index)))
                .toList();
    }

    private static Runbook runbook(String path, List<String> rules) {
        var plain = RunbookParser.parse(path, "Text.").runbook().orElseThrow();
        return new Runbook(
                plain.id(),
                path,
                plain.revision(),
                plain.title(),
                plain.status(),
                rules.stream().map(RuleIndexTest::rule).toList(),
                plain.policy(),
                plain.content());
    }

    private static MatchRule rule(String text) {
        return switch (MatcherParser.parse(text)) {
            case MatcherParser.Matchers found -> new MatchRule(found.matchers());
            case MatcherParser.Fault fault -> throw new IllegalArgumentException(fault.toString());
        };
    }

    @Provide
    Arbitrary<List<List<String>>> libraries() {
        var matcher = Arbitraries.of(
                "a=\"1\"",
                "a=\"2\"",
                "b=\"1\"",
                "b=\"\"",
                "c=\"12\"",
                "a=~\"1|2\"",
                "a=~\"1.*\"",
                "b=~\".*2\"",
                "b=~\"x?\"",
                "b=~\"12?\"",
                "c=~\"(?i)A.*\"",
                "c=~\"ab|12\"",
                "c=~\"a.|1.\"",
                "a=~\".*order-(export|import).*\"",
                "b=~\"(?:re)?export[0-9]+\"",
                "c=~\"[a-z]+-export\\\\.v2+.*\"",
                "a!=\"1\"",
                "b!~\"1.*\"",
                "c!=\"\"");
        return matcher.list()
                .ofMaxSize(4)
                .map(matchers -> "{" + String.join(",", matchers) + "}")
                .list()
                .ofMaxSize(3)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(
                Arbitraries.of("a", "b", "c"),
                Arbitraries.of(
                        "1",
                        "2",
                        "12",
                        "ab",
                        "AB",
                        "x",
                        "11",
                        "order-export",
                        "the order-import 2",
                        "export12",
                        "reexport1",
                        "order-export.v22"));
    }

    @Provide
    Arbitrary<Precision> precisions() {
        return Arbitraries.integers().between(0, 3).tuple2().map(pair -> new Precision(pair.get1(), pair.get2()));
    }
}

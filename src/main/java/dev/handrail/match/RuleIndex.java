package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.LabelMatcher.Operator;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The match rules of many runbooks, found by an alert's labels. Each rule is filed under the one label value that the fewest
 * others ask for, so that what an alert costs does not grow with the number of runbooks.
 */
final class RuleIndex {
    private final Map<LabelValue, List<FiledRule>> byValue = new HashMap<>();
    private final Map<String, Prefixes> byPrefix = new HashMap<>();
    private final List<FiledRule> unfiled = new ArrayList<>();
    private final Map<LabelValue, Integer> demand = new HashMap<>();

    private record LabelValue(String label, String value) {}

    /** A runbook, and the most precise of its rules that cover an alert. */
    record Claim(Runbook runbook, MatchRule rule) {}

    RuleIndex(List<Runbook> runbooks, Rungs rungs) {
        var rules = new ArrayList<FiledRule>();
        for (var runbook : runbooks) {
            for (var rule : runbook.match()) {
                if (rungs == Rungs.ALL || !asksForName(rule)) {
                    rules.add(new FiledRule(rules.size(), runbook, rule));
                }
            }
        }
        rules.forEach(rule -> values(rule.rule()).forEach(value -> demand.merge(value, 1, Integer::sum)));
        rules.forEach(this::file);
        demand.clear();
    }

    /** Says whether a rule compares the alert's name: a matcher that only excludes names does not choose by them. */
    private static boolean asksForName(MatchRule rule) {
        return rule.matchers().stream()
                .anyMatch(matcher -> matcher.isPositive() && matcher.label().equals(Alert.NAME_LABEL));
    }

    /** Returns the runbooks whose rules cover these labels with the greatest precision, in the library's order. */
    List<Claim> best(Map<String, String> labels) {
        var best = new ArrayList<FiledRule>();
        labels.forEach((label, value) -> {
            take(byValue.getOrDefault(new LabelValue(label, value), List.of()), labels, best);
            var prefixes = byPrefix.get(label);
            if (prefixes != null) {
                prefixes.of(value, rules -> take(rules, labels, best));
            }
        });
        take(unfiled, labels, best);
        return claims(best);
    }

    private static void take(List<FiledRule> rules, Map<String, String> labels, List<FiledRule> best) {
        for (var rule : rules) {
            var order = best.isEmpty()
                    ? 0
                    : rule.precision().compareTo(best.getFirst().precision());
            if (order >= 0 && rule.covers(labels)) {
                if (order > 0) {
                    best.clear();
                }
                best.add(rule);
            }
        }
    }

    private static List<Claim> claims(List<FiledRule> best) {
        var seen = new HashMap<String, Claim>();
        return best.stream()
                .sorted(Comparator.comparingInt(FiledRule::place))
                .filter(filed -> seen.putIfAbsent(filed.runbook().path(), filed.claim()) == null)
                .map(FiledRule::claim)
                .toList();
    }

    private void file(FiledRule filed) {
        var rarest = values(filed.rule()).stream().min(Comparator.comparingInt(value -> demand.getOrDefault(value, 0)));
        if (rarest.isPresent()) {
            byValue.computeIfAbsent(rarest.get(), _ -> new ArrayList<>()).add(filed);
            return;
        }
        regex(filed.rule()).ifPresentOrElse(matcher -> file(filed, matcher), () -> unfiled.add(filed));
    }

    private void file(FiledRule filed, LabelMatcher regex) {
        var words = Literals.alternatives(regex.value());
        if (words.isEmpty()) {
            byPrefix.computeIfAbsent(regex.label(), _ -> new Prefixes()).put(Literals.prefix(regex.value()), filed);
        }
        words.forEach(word -> byValue.computeIfAbsent(new LabelValue(regex.label(), word), _ -> new ArrayList<>())
                .add(filed));
    }

    /** An absent label has the empty value, so a rule that takes that cannot be found by a label that is there. */
    private static List<LabelValue> values(MatchRule rule) {
        return rule.matchers().stream()
                .filter(matcher ->
                        matcher.operator() == Operator.EQUAL && !matcher.value().isEmpty())
                .map(matcher -> new LabelValue(matcher.label(), matcher.value()))
                .toList();
    }

    private static Optional<LabelMatcher> regex(MatchRule rule) {
        return rule.matchers().stream()
                .filter(matcher -> matcher.operator() == Operator.MATCHES && !matcher.covers(Map.of()))
                .max(Comparator.comparingInt(
                        matcher -> Literals.prefix(matcher.value()).length()));
    }
}

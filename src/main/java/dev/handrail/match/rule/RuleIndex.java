package dev.handrail.match.rule;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.LabelMatcher.Operator;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The match rules of many runbooks, found by an alert's labels. Each rule is filed under the one label value that the fewest
 * others ask for, or under a text that a label's value must have in it, so that what an alert costs does not grow with the number
 * of runbooks. What can be filed under neither is looked at for each alert.
 */
public final class RuleIndex {
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final List<FiledRule> unfiled = new ArrayList<>();

    /** Texts of which a label's value must have one in it. */
    private record Needed(String label, Set<String> texts) {}

    /**
     * A runbook, and the most precise of its rules that cover an alert.
     *
     * @param why the rule as a reason, for people; made once: it is read for every alert
     */
    public record Claim(Runbook runbook, MatchRule rule, String why) {
        Claim(Runbook runbook, MatchRule rule) {
            this(runbook, rule, words(rule) + " is what this runbook is for");
        }

        /** Returns the rule for people. */
        public String words() {
            return words(rule);
        }

        private static String words(MatchRule rule) {
            return rule.matchers().isEmpty()
                    ? "any alert at all"
                    : rule.matchers().stream().map(LabelMatcher::toString).collect(Collectors.joining(", "));
        }
    }

    /** @param counts which rules are looked at, at all */
    public RuleIndex(List<Runbook> runbooks, Predicate<MatchRule> counts) {
        var rules = new ArrayList<FiledRule>();
        var conditions = new Conditions();
        for (var runbook : runbooks) {
            for (var rule : runbook.match()) {
                if (counts.test(rule)) {
                    rules.add(new FiledRule(
                            rules.size(),
                            new Claim(runbook, rule),
                            Precision.of(rule),
                            conditions.of(rule.matchers())));
                }
            }
        }
        file(rules, conditions);
        shelves.values().forEach(Shelf::close);
    }

    /** Returns the runbooks whose rules cover these labels with the greatest precision, in the library's order. */
    public List<Claim> best(Map<String, String> labels) {
        var best = new ArrayList<FiledRule>(2);
        for (var label : labels.entrySet()) {
            var shelf = shelves.get(label.getKey());
            if (shelf != null) {
                shelf.of(label.getValue(), rules -> take(rules, labels, best));
            }
        }
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
        if (best.size() < 2) {
            return best.isEmpty() ? List.of() : List.of(best.getFirst().claim());
        }
        var seen = new HashMap<String, Claim>();
        return best.stream()
                .sorted(Comparator.comparingInt(FiledRule::place))
                .map(FiledRule::claim)
                .filter(claim -> seen.putIfAbsent(claim.runbook().path(), claim) == null)
                .toList();
    }

    private void file(List<FiledRule> rules, Conditions conditions) {
        var demand = new HashMap<LabelMatcher, Integer>();
        var rarity = new Rarity();
        rules.forEach(filed -> values(filed).forEach(value -> demand.merge(value, 1, Integer::sum)));
        rules.stream()
                .filter(filed -> values(filed).isEmpty())
                .flatMap(filed -> needed(filed).stream())
                .forEach(needed -> rarity.count(needed.label(), needed.texts()));
        for (var filed : rules) {
            if (!byValue(filed, demand, conditions) && !byWords(filed, conditions) && !byText(filed, rarity)) {
                unfiled.add(filed);
            }
        }
    }

    private boolean byValue(FiledRule filed, Map<LabelMatcher, Integer> demand, Conditions conditions) {
        var rarest = values(filed).stream().min(Comparator.comparingInt(value -> demand.getOrDefault(value, 0)));
        rarest.ifPresent(found -> put(filed.without(conditions.of(found)), found.label(), Set.of(found.value())));
        return rarest.isPresent();
    }

    /** A regular expression may be a list of words and nothing else. */
    private boolean byWords(FiledRule filed, Conditions conditions) {
        var fewest = regexes(filed)
                .filter(matcher -> !words(matcher).isEmpty())
                .min(Comparator.comparingInt(matcher -> words(matcher).size()));
        fewest.ifPresent(found -> put(filed.without(conditions.of(found)), found.label(), words(found)));
        return fewest.isPresent();
    }

    private void put(FiledRule rule, String label, Set<String> values) {
        values.forEach(value -> shelf(label).put(value, rule));
    }

    private boolean byText(FiledRule filed, Rarity rarity) {
        var rarest = needed(filed).stream()
                .min(Comparator.comparingInt(needed -> rarity.of(needed.label(), needed.texts())));
        rarest.ifPresent(
                found -> found.texts().forEach(text -> shelf(found.label()).putText(text, filed)));
        return rarest.isPresent();
    }

    private Shelf shelf(String label) {
        return shelves.computeIfAbsent(label, _ -> new Shelf());
    }

    /** An absent label has the empty value, so a rule that takes that cannot be found by a label that is there. */
    private static List<LabelMatcher> values(FiledRule filed) {
        return filed.claim().rule().matchers().stream()
                .filter(matcher ->
                        matcher.operator() == Operator.EQUAL && !matcher.value().isEmpty())
                .toList();
    }

    private static Set<String> words(LabelMatcher regex) {
        return Set.copyOf(Literals.words(regex.value()));
    }

    private static List<Needed> needed(FiledRule filed) {
        return regexes(filed)
                .flatMap(matcher -> Literals.needed(matcher.value()).stream()
                        .filter(texts -> Literals.shortest(texts) >= Fragments.LETTERS)
                        .map(texts -> new Needed(matcher.label(), texts)))
                .toList();
    }

    private static Stream<LabelMatcher> regexes(FiledRule filed) {
        return filed.claim().rule().matchers().stream().filter(matcher -> matcher.operator() == Operator.MATCHES);
    }
}

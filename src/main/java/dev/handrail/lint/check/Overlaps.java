package dev.handrail.lint.check;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.LabelMatcher.Operator;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rules of two runbooks that are for one alert name, are equally precise, and exclude each other by nothing: an alert that has
 * all labels of both is ambiguous. Rules that are the same are told by the library itself.
 */
final class Overlaps implements Check {
    private static final int MOST_OF_ONE_NAME = 200;

    private record Claim(Runbook runbook, MatchRule rule) {}

    @Override
    public void look(Subject subject, Problems problems) {
        Map<String, List<Claim>> byName = new TreeMap<>();
        subject.active()
                .forEach(runbook -> runbook.match()
                        .forEach(rule -> name(rule)
                                .forEach(name -> byName.computeIfAbsent(name, _ -> new ArrayList<>())
                                        .add(new Claim(runbook, rule)))));
        byName.values().stream()
                .map(claims -> claims.subList(0, Math.min(claims.size(), MOST_OF_ONE_NAME)))
                .forEach(claims -> look(claims, subject, problems));
    }

    private static List<String> name(MatchRule rule) {
        return rule.matchers().stream()
                .filter(matcher ->
                        matcher.operator() == Operator.EQUAL && matcher.label().equals(Alert.NAME_LABEL))
                .map(LabelMatcher::value)
                .toList();
    }

    private static void look(List<Claim> claims, Subject subject, Problems problems) {
        for (var later = 1; later < claims.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                if (meet(claims.get(earlier), claims.get(later))) {
                    tell(claims.get(earlier), claims.get(later), subject, problems);
                    break;
                }
            }
        }
    }

    private static void tell(Claim earlier, Claim later, Subject subject, Problems problems) {
        problems.warning(
                subject.at(later.runbook(), "match"),
                "overlapping-match",
                later.rule() + ", while " + earlier.runbook().path() + " has " + earlier.rule(),
                "rules of which one is more precise, or that exclude each other: an alert may have all these labels");
    }

    private static boolean meet(Claim one, Claim other) {
        return !one.runbook().path().equals(other.runbook().path())
                && one.rule().equalities() == other.rule().equalities()
                && one.rule().regexes() == other.rule().regexes()
                && !Set.copyOf(one.rule().matchers())
                        .equals(Set.copyOf(other.rule().matchers()))
                && !mayExclude(one.rule(), other.rule())
                && !mayExclude(other.rule(), one.rule());
    }

    /** Two expressions for one label may have nothing in common: what cannot be decided is not told. */
    private static boolean mayExclude(MatchRule rule, MatchRule other) {
        return rule.matchers().stream()
                .anyMatch(matcher -> other.matchers().stream()
                        .filter(against -> against.label().equals(matcher.label()))
                        .filter(against -> !against.equals(matcher))
                        .anyMatch(against -> matcher.operator() != Operator.EQUAL
                                ? against.operator() != Operator.EQUAL
                                : !against.covers(Map.of(matcher.label(), matcher.value()))));
    }
}

package dev.handrail.runbook.library;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for two runbooks that are for the same alerts: which one would be meant, nobody could say. */
final class EqualRules {
    private final Map<String, String> texts;
    private final Problems problems;

    EqualRules(Map<String, String> texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    void check(List<Runbook> runbooks) {
        var first = new HashMap<Set<LabelMatcher>, Runbook>();
        for (var runbook : runbooks) {
            if (runbook.status() == Runbook.Status.ACTIVE) {
                runbook.match().forEach(rule -> check(rule, runbook, first));
            }
        }
    }

    private void check(MatchRule rule, Runbook runbook, Map<Set<LabelMatcher>, Runbook> first) {
        var earlier = first.putIfAbsent(Set.copyOf(rule.matchers()), runbook);
        if (earlier != null && !earlier.path().equals(runbook.path())) {
            problems.warning(
                    Places.key(runbook.path(), texts.getOrDefault(runbook.path(), ""), "match"),
                    "equal-match",
                    rule + ", which " + earlier.path() + " has too",
                    "rules that tell the two runbooks apart");
        }
    }
}

package dev.handrail.runbook.folder;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Runbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for two runbooks that are for the same alerts: which one would be meant, nobody could say. */
public final class EqualRules {
    private final Map<String, Mentions> mentions;
    private final Problems problems;

    public EqualRules(Map<String, Mentions> mentions, Problems problems) {
        this.mentions = mentions;
        this.problems = problems;
    }

    public void check(List<Runbook> runbooks) {
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
                    mentions.getOrDefault(runbook.file(), Mentions.none(runbook.file()))
                            .at("match"),
                    "equal-match",
                    rule + ", which " + earlier.path() + " has too",
                    "rules that tell the two runbooks apart");
        }
    }
}

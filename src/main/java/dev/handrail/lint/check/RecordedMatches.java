package dev.handrail.lint.check;

import dev.handrail.lint.evidence.RecordedAlert;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the recorded alerts prove: rules that met none of them, and alerts that two runbooks are for with equal precision. */
final class RecordedMatches implements Check {
    private static final Comparator<MatchRule> BY_PRECISION =
            Comparator.comparingInt(MatchRule::equalities).thenComparingInt(MatchRule::regexes);

    @Override
    public void look(Subject subject, Problems problems) {
        if (!subject.alerts().isEmpty()) {
            new Trial(subject, problems).run();
        }
    }

    private record Claim(Runbook runbook, MatchRule rule) {}

    /** All rules tried on all alerts. */
    private static final class Trial {
        private final Subject subject;
        private final Problems problems;
        private final List<Claim> claims;
        private final Set<Claim> met = new HashSet<>();
        private final Set<Set<String>> told = new HashSet<>();

        Trial(Subject subject, Problems problems) {
            this.subject = subject;
            this.problems = problems;
            this.claims = subject.active()
                    .flatMap(runbook -> runbook.match().stream().map(rule -> new Claim(runbook, rule)))
                    .toList();
        }

        void run() {
            subject.alerts().forEach(this::meet);
            claims.stream().filter(claim -> !met.contains(claim)).forEach(this::tellNeverMet);
        }

        private void meet(RecordedAlert alert) {
            var covering = claims.stream()
                    .filter(claim -> claim.rule().covers(alert.labels()))
                    .toList();
            met.addAll(covering);
            covering.stream().map(Claim::rule).max(BY_PRECISION).ifPresent(best -> {
                var equal = covering.stream()
                        .filter(claim -> BY_PRECISION.compare(claim.rule(), best) == 0)
                        .toList();
                var ids = equal.stream()
                        .map(claim -> claim.runbook().id())
                        .collect(Collectors.toCollection(TreeSet::new));
                if (ids.size() > 1 && told.add(ids)) {
                    tellAmbiguous(alert, equal.getLast(), ids);
                }
            });
        }

        private void tellAmbiguous(RecordedAlert alert, Claim claim, Set<String> ids) {
            problems.warning(
                    subject.at(claim.runbook(), "match"),
                    "ambiguous-match",
                    "a recorded alert, " + words(alert) + ", that is as much for " + String.join(", ", ids),
                    "rules that tell the runbooks apart");
        }

        private void tellNeverMet(Claim claim) {
            problems.warning(
                    subject.at(claim.runbook(), "match"),
                    "match-never-met",
                    claim.rule() + ", which none of the " + subject.alerts().size() + " recorded alerts meets",
                    "labels as the alerts have them");
        }
    }

    private static String words(RecordedAlert alert) {
        return alert.labels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(6)
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}

package dev.handrail.lint.against;

import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.util.ArrayList;
import java.util.List;

/** Two revisions of one step. */
final class StepComparison {
    private static final Outcome BY_DEFAULT = new Outcome("Not fixed", new Target.Escalate(""));

    private final Step before;
    private final Step after;
    private final List<Loosened> found = new ArrayList<>();

    private StepComparison(Step before, Step after) {
        this.before = before;
        this.after = after;
    }

    static List<Loosened> loosened(Step before, Step after) {
        return new StepComparison(before, after).compare();
    }

    /** Returns the labels of the outcomes by which an author stops the responder and brings in the owner; not the default ones. */
    static List<String> stops(Step step) {
        return step.outcomes().stream()
                .filter(outcome -> isStop(outcome.target()))
                .filter(outcome -> !outcome.equals(BY_DEFAULT))
                .map(Outcome::label)
                .toList();
    }

    private static boolean isStop(Target target) {
        return target instanceof Target.Escalate;
    }

    private List<Loosened> compare() {
        stopRules();
        if (before.part() == Step.Part.VERIFICATION && after.part() != Step.Part.VERIFICATION) {
            add("verification-removed", "a Verification step", "a step elsewhere");
        }
        return found;
    }

    /** An outcome that escalates under a new label may be the old one in better words: as many as there are new ones are let pass. */
    private void stopRules() {
        var was = stops(before);
        var renamed =
                stops(after).stream().filter(label -> !was.contains(label)).count();
        for (var label : was) {
            var now = after.outcome(label);
            if (now.isPresent() && !isStop(now.get().target())) {
                add(
                        "stop-rule-removed",
                        "'" + label + "' → escalate",
                        "'" + label + "' → " + words(now.get().target()));
            } else if (now.isEmpty() && renamed-- <= 0) {
                add("stop-rule-removed", "'" + label + "' → escalate", "no such outcome");
            }
        }
    }

    private static String words(Target target) {
        return switch (target) {
            case Target.ToStep to -> "#" + to.step();
            case Target.Resolved _ -> "resolved";
            case Target.Escalate _ -> "escalate";
            case Target.Wait wait -> "wait " + Spans.words(wait.time()) + ", then " + words(wait.then());
            case Target.ToRunbook to -> to.path();
        };
    }

    private void add(String rule, String was, String is) {
        found.add(Loosened.ofStep(rule, after, was, is));
    }
}

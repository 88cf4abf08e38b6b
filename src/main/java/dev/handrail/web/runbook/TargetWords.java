package dev.handrail.web.runbook;

import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import dev.handrail.web.timeline.Times;

/** Where an outcome leads, in words. */
final class TargetWords {
    private TargetWords() {}

    /** @param walk what the target is in */
    static String of(Target target, Walk walk) {
        return switch (target) {
            case Target.ToStep to ->
                "go to “"
                        + walk.find(to.step())
                                .map(step -> step.title())
                                .orElse(to.step().value()) + "”";
            case Target.ToRunbook to -> "go to the runbook " + to.path();
            case Target.Resolved _ -> "resolved";
            case Target.Escalate escalate ->
                escalate.reason().isEmpty() ? "escalate" : "escalate: " + escalate.reason();
            case Target.Wait wait -> "wait " + Times.length(wait.time()) + ", then " + of(wait.then(), walk);
        };
    }
}

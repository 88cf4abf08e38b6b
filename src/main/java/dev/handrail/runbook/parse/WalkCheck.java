package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for steps that nobody comes to, and for circles that nothing ends. */
final class WalkCheck {
    private final Walk walk;
    private final String file;
    private final Problems problems;

    WalkCheck(Walk walk, String file, Problems problems) {
        this.walk = walk;
        this.file = file;
        this.problems = problems;
    }

    void check() {
        unreachable();
        circles();
    }

    /** The walk begins at the first step, and at Verification when the source says that it is over. */
    private void unreachable() {
        var steps = byId(walk);
        var reached = new HashSet<StepId>();
        var open = new ArrayDeque<Step>();
        open.add(walk.first());
        walk.verification().ifPresent(open::add);
        while (!open.isEmpty()) {
            var step = open.poll();
            if (reached.add(step.id())) {
                step.outcomes().stream()
                        .flatMap(outcome -> destination(outcome.target(), true).stream())
                        .flatMap(id -> Stream.ofNullable(steps.get(id)))
                        .forEach(open::add);
            }
        }
        walk.steps().stream()
                .filter(step -> !reached.contains(step.id()))
                .forEach(step -> problems.warning(
                        at(step),
                        "unreachable-step",
                        "'#" + step.id() + "', which no outcome leads to",
                        "an outcome that does"));
    }

    private static Map<StepId, Step> byId(Walk walk) {
        return walk.steps().stream().collect(Collectors.toMap(Step::id, step -> step));
    }

    /** One word for all circles that a way leads to from the first of them. */
    private void circles() {
        Map<StepId, Set<StepId>> leads = new LinkedHashMap<>();
        walk.steps().stream()
                .filter(step -> step.retry().isEmpty())
                .forEach(step -> leads.put(step.id(), onward(step)));
        leads.values().forEach(targets -> targets.retainAll(leads.keySet()));
        if (!leadsBack(leads)) {
            return;
        }
        var onCircles = new Circles(leads).steps();
        var seen = new HashSet<StepId>();
        for (var step : walk.steps()) {
            if (onCircles.contains(step.id()) && !seen.contains(step.id())) {
                problems.warning(
                        at(step),
                        "cycle-without-limit",
                        "a way from '#" + step.id() + "' back to it, with neither a retry nor a wait",
                        "a retry with a limit, a wait, or an outcome that leads on");
                Circles.reached(step.id(), leads, seen);
            }
        }
    }

    /** Most files only lead on; then there is nothing to look for. */
    private static boolean leadsBack(Map<StepId, Set<StepId>> leads) {
        var before = new HashSet<StepId>();
        for (var step : leads.entrySet()) {
            before.add(step.getKey());
            if (step.getValue().stream().anyMatch(before::contains)) {
                return true;
            }
        }
        return false;
    }

    private static Set<StepId> onward(Step step) {
        return new HashSet<>(step.outcomes().stream()
                .flatMap(outcome -> destination(outcome.target(), false).stream())
                .toList());
    }

    private static Optional<StepId> destination(Target target, boolean afterWaits) {
        return switch (target) {
            case Target.ToStep to -> Optional.of(to.step());
            case Target.Wait wait when afterWaits -> destination(wait.then(), true);
            case Target.Wait _, Target.Resolved _, Target.Escalate _, Target.ToRunbook _ -> Optional.empty();
        };
    }

    private Position at(Step step) {
        return new Position(file, step.line(), 1);
    }
}

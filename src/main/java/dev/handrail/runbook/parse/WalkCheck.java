package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    /** Takes away, again and again, the steps that lead to none of those left: what stays is on a circle or leads into one. */
    private void circles() {
        Map<StepId, Set<StepId>> leads = new HashMap<>();
        walk.steps().stream()
                .filter(step -> step.retry().isEmpty())
                .forEach(step -> leads.put(step.id(), onward(step)));
        leads.values().forEach(targets -> targets.retainAll(leads.keySet()));
        prune(leads);
        var seen = new HashSet<StepId>();
        for (var step : walk.steps()) {
            if (leads.containsKey(step.id()) && !seen.contains(step.id())) {
                var reached = reached(step.id(), leads);
                if (reached.contains(step.id())) {
                    problems.warning(
                            at(step),
                            "cycle-without-limit",
                            "a way from '#" + step.id() + "' back to it, with neither a retry nor a wait",
                            "a retry with a limit, a wait, or an outcome that leads on");
                    seen.addAll(reached);
                }
            }
        }
    }

    private static void prune(Map<StepId, Set<StepId>> leads) {
        Map<StepId, Set<StepId>> from = new HashMap<>();
        leads.forEach((step, targets) -> targets.forEach(
                target -> from.computeIfAbsent(target, _ -> new HashSet<>()).add(step)));
        var ends = new ArrayDeque<StepId>();
        leads.forEach((step, targets) -> {
            if (targets.isEmpty()) {
                ends.add(step);
            }
        });
        while (!ends.isEmpty()) {
            var end = ends.poll();
            leads.remove(end);
            for (var step : from.getOrDefault(end, Set.of())) {
                var targets = leads.get(step);
                if (targets != null && targets.remove(end) && targets.isEmpty()) {
                    ends.add(step);
                }
            }
        }
    }

    /** Returns what one or more hops from {@code start} lead to. */
    private static Set<StepId> reached(StepId start, Map<StepId, Set<StepId>> leads) {
        var reached = new HashSet<StepId>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            leads.getOrDefault(open.poll(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
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

package dev.handrail.graph;

import dev.handrail.graph.Diagram.Mark;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps that nobody comes to, those from which nobody comes to an end, and the circles that nothing limits. */
final class Flaws {
    private final Map<String, Runbook> runbooks;
    private final Map<Place, Step> steps = new LinkedHashMap<>();
    private final Set<Place> reached;
    private final Set<Place> ending;
    private final Set<Place> endless = new HashSet<>();

    Flaws(Map<String, Runbook> runbooks) {
        this.runbooks = runbooks;
        runbooks.forEach((path, runbook) ->
                runbook.walk().steps().forEach(step -> steps.put(new Place(path, step.id()), step)));
        this.reached = closure(entries(), onward(_ -> true, true));
        this.ending = closure(ends(), backward(onward(_ -> true, true)));
        findCircles(onward(step -> step.retry().isEmpty(), false));
    }

    Set<Mark> marks(Place place) {
        var marks = EnumSet.noneOf(Mark.class);
        if (!reached.contains(place)) {
            marks.add(Mark.UNREACHABLE);
        }
        if (!ending.contains(place)) {
            marks.add(Mark.DEAD_END);
        }
        if (endless.contains(place)) {
            marks.add(Mark.ENDLESS);
        }
        return marks;
    }

    /** A walk begins at a runbook's first step, and at Verification when the source says that it is over. */
    private List<Place> entries() {
        return runbooks.values().stream()
                .flatMap(runbook -> Stream.concat(
                                Stream.of(runbook.walk().first()), runbook.walk().verification().stream())
                        .map(step -> new Place(runbook.path(), step.id())))
                .toList();
    }

    private List<Place> ends() {
        return steps.entrySet().stream()
                .filter(entry -> entry.getValue().outcomes().stream().anyMatch(outcome -> isEnd(outcome.target())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A runbook that is not in the diagram has ends of its own. */
    private boolean isEnd(Target target) {
        return switch (target) {
            case Target.Resolved _, Target.Escalate _ -> true;
            case Target.ToRunbook to -> !runbooks.containsKey(to.path());
            case Target.Wait wait -> isEnd(wait.then());
            case Target.ToStep _ -> false;
        };
    }

    private Map<Place, Set<Place>> onward(Predicate<Step> wanted, boolean afterWaits) {
        var onward = new HashMap<Place, Set<Place>>();
        steps.forEach((place, step) -> {
            var targets = new HashSet<Place>();
            if (wanted.test(step)) {
                for (Outcome outcome : step.outcomes()) {
                    destination(place, outcome.target(), afterWaits).ifPresent(targets::add);
                }
            }
            onward.put(place, targets);
        });
        return onward;
    }

    private Optional<Place> destination(Place from, Target target, boolean afterWaits) {
        return switch (target) {
            case Target.ToStep to -> Optional.of(new Place(from.path(), to.step()));
            case Target.ToRunbook to -> there(to);
            case Target.Wait wait when afterWaits -> destination(from, wait.then(), true);
            case Target.Wait _, Target.Resolved _, Target.Escalate _ -> Optional.empty();
        };
    }

    /** Returns where a jump leads to; empty where that runbook is not in the diagram. */
    Optional<Place> there(Target.ToRunbook to) {
        return Optional.ofNullable(runbooks.get(to.path()))
                .map(other -> new Place(
                        other.path(), to.step().orElse(other.walk().first().id())))
                .filter(steps::containsKey);
    }

    private static Map<Place, Set<Place>> backward(Map<Place, Set<Place>> onward) {
        var backward = new HashMap<Place, Set<Place>>();
        onward.forEach((from, targets) -> targets.forEach(
                to -> backward.computeIfAbsent(to, _ -> new HashSet<>()).add(from)));
        return backward;
    }

    private static Set<Place> closure(Collection<Place> from, Map<Place, Set<Place>> leads) {
        var closure = new HashSet<Place>();
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            var place = open.poll();
            if (closure.add(place)) {
                open.addAll(leads.getOrDefault(place, Set.of()));
            }
        }
        return closure;
    }

    private void findCircles(Map<Place, Set<Place>> leads) {
        for (var place : steps.keySet()) {
            if (closure(leads.getOrDefault(place, Set.of()), leads).contains(place)) {
                endless.add(place);
            }
        }
    }
}

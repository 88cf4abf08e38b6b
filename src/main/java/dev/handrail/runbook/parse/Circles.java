package dev.handrail.runbook.parse;

import dev.handrail.runbook.StepId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps from which a way leads back to themselves. Kosaraju's algorithm, so that the time it takes grows with the number of
 * steps and outcomes and no faster.
 */
final class Circles {
    private final Map<StepId, Set<StepId>> leads;

    /** @param leads where each step leads; a step that is no key leads nowhere */
    Circles(Map<StepId, Set<StepId>> leads) {
        this.leads = leads;
    }

    Set<StepId> steps() {
        var back = turned();
        var steps = new HashSet<StepId>();
        var seen = new HashSet<StepId>();
        for (var last : finished().reversed()) {
            var together = reached(last, back, seen);
            if (together.size() > 1 || onward(last, leads).contains(last)) {
                steps.addAll(together);
            }
        }
        return steps;
    }

    /** Returns the steps, each after all those that it leads to, unless they lead back to it. */
    private List<StepId> finished() {
        var finished = new ArrayList<StepId>();
        var seen = new HashSet<StepId>();
        leads.keySet().forEach(start -> finish(start, seen, finished));
        return finished;
    }

    private record Visit(StepId step, Iterator<StepId> onward) {}

    private void finish(StepId start, Set<StepId> seen, List<StepId> finished) {
        Deque<Visit> open = new ArrayDeque<>();
        if (seen.add(start)) {
            open.push(new Visit(start, onward(start, leads).iterator()));
        }
        while (!open.isEmpty()) {
            var visit = open.element();
            if (!visit.onward().hasNext()) {
                finished.add(open.pop().step());
                continue;
            }
            var next = visit.onward().next();
            if (seen.add(next)) {
                open.push(new Visit(next, onward(next, leads).iterator()));
            }
        }
    }

    private Map<StepId, Set<StepId>> turned() {
        Map<StepId, Set<StepId>> back = new HashMap<>();
        leads.forEach((from, targets) -> targets.forEach(
                to -> back.computeIfAbsent(to, _ -> new HashSet<>()).add(from)));
        return back;
    }

    /** Returns {@code start} and what it leads to, save for what has been seen, and notes that it has. */
    static List<StepId> reached(StepId start, Map<StepId, Set<StepId>> leads, Set<StepId> seen) {
        var reached = new ArrayList<StepId>();
        var open = new ArrayDeque<StepId>();
        if (seen.add(start)) {
            open.add(start);
        }
        while (!open.isEmpty()) {
            var step = open.poll();
            reached.add(step);
            onward(step, leads).stream().filter(seen::add).forEach(open::add);
        }
        return reached;
    }

    private static Set<StepId> onward(StepId step, Map<StepId, Set<StepId>> leads) {
        return leads.getOrDefault(step, Set.of());
    }
}

package dev.handrail.graph;

import dev.handrail.graph.Diagram.Arrow;
import dev.handrail.graph.Diagram.Box;
import dev.handrail.graph.Diagram.Group;
import dev.handrail.graph.Diagram.Kind;
import dev.handrail.platform.source.Durations;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One drawing in the making. What ends a walk is drawn beside each step that leads there, so that no arrow crosses the page. */
final class Drawing {
    private record Ends(String from, String to) {}

    private final Map<String, Runbook> runbooks;
    private final Flaws flaws;
    private final Map<Place, String> ids = new HashMap<>();
    private final Map<Ends, List<String>> arrows = new LinkedHashMap<>();
    private int boxes;

    Drawing(List<Runbook> all) {
        this.runbooks = all.stream()
                .collect(Collectors.toMap(Runbook::path, Function.identity(), (first, _) -> first, LinkedHashMap::new));
        this.flaws = new Flaws(runbooks);
        runbooks.values()
                .forEach(runbook -> runbook.walk()
                        .steps()
                        .forEach(step -> ids.put(new Place(runbook.path(), step.id()), nextId())));
    }

    Diagram one(Runbook runbook) {
        var groups = new LinkedHashMap<String, List<Box>>();
        groups.put("", List.of(start(runbook)));
        for (var step : runbook.walk().steps()) {
            groups.computeIfAbsent(word(step.part()), _ -> new ArrayList<>()).addAll(boxes(runbook, step));
        }
        return diagram(runbook.title(), groups);
    }

    Diagram all() {
        var groups = new LinkedHashMap<String, List<Box>>();
        for (var runbook : runbooks.values()) {
            var own = new ArrayList<Box>();
            own.add(start(runbook));
            runbook.walk().steps().forEach(step -> own.addAll(boxes(runbook, step)));
            groups.put("%s (%s)".formatted(runbook.title(), runbook.path()), own);
        }
        return diagram("All runbooks", groups);
    }

    private Diagram diagram(String title, Map<String, List<Box>> groups) {
        return new Diagram(
                title,
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                arrows.entrySet().stream()
                        .map(arrow ->
                                new Arrow(arrow.getKey().from(), arrow.getKey().to(), arrow.getValue()))
                        .toList());
    }

    private Box start(Runbook runbook) {
        var box = new Box(nextId(), Kind.START, "", "An alert", List.of(), Set.of());
        lead(box.id(), id(runbook, runbook.walk().first()));
        return box;
    }

    private List<Box> boxes(Runbook runbook, Step step) {
        var boxes = new ArrayList<Box>();
        var place = new Place(runbook.path(), step.id());
        boxes.add(box(runbook, step, place));
        var ends = new HashMap<Target, String>();
        for (var outcome : step.outcomes()) {
            var to = destination(place, outcome.target(), ends, boxes);
            arrows.computeIfAbsent(new Ends(id(runbook, step), to), _ -> new ArrayList<>())
                    .add(outcome.label());
        }
        return boxes;
    }

    private Box box(Runbook runbook, Step step, Place place) {
        var notes = new ArrayList<String>();
        step.retry().ifPresent(retry -> notes.add(tries(retry.limit())));
        var marks = flaws.marks(place);
        marks.forEach(mark -> notes.add("⚠ " + mark.words()));
        var title = "%d. %s".formatted(runbook.walk().number(step.id()), step.title());
        var kind = step.retry().isPresent() ? Kind.RETRY : Kind.STEP;
        return new Box(id(runbook, step), kind, name(place), title, notes, marks);
    }

    private static String tries(int limit) {
        return limit == 1 ? "one try, then the owner" : "up to %d tries, then the owner".formatted(limit);
    }

    /** Returns the box that a target is, and draws it where it is not there yet. */
    private String destination(Place from, Target target, Map<Target, String> ends, List<Box> boxes) {
        return switch (target) {
            case Target.ToStep to -> idOf(new Place(from.path(), to.step()));
            case Target.Resolved _ -> end(new Draft(Kind.RESOLVED, name(from) + "?resolved", "Resolved"), ends, boxes);
            case Target.Escalate _ ->
                end(new Draft(Kind.ESCALATE, name(from) + "?escalate", "Escalate to the owner"), ends, boxes);
            case Target.ToRunbook to ->
                flaws.there(to)
                        .map(this::idOf)
                        .orElseGet(() -> end(new Draft(Kind.RUNBOOK, to.path(), address(to)), ends, boxes));
            case Target.Wait wait -> {
                var title = "Wait " + Durations.text(wait.time());
                var id = end(new Draft(Kind.WAIT, name(from) + "?wait", title, wait), ends, boxes);
                lead(id, destination(from, wait.then(), ends, boxes));
                yield id;
            }
        };
    }

    /**
     * A box beside a step.
     *
     * @param same outcomes of one step that lead to the same share a box
     */
    private record Draft(Kind kind, String name, String title, Target same) {
        /** Escalations of one step are one box, whatever their reasons. */
        Draft(Kind kind, String name, String title) {
            this(kind, name, title, new Target.Escalate(kind + title));
        }
    }

    private String end(Draft draft, Map<Target, String> ends, List<Box> boxes) {
        return ends.computeIfAbsent(draft.same(), _ -> {
            var box = new Box(nextId(), draft.kind(), draft.name(), draft.title(), List.of(), Set.of());
            boxes.add(box);
            return box.id();
        });
    }

    private static String address(Target.ToRunbook to) {
        return to.path() + to.step().map(step -> "#" + step).orElse("");
    }

    private void lead(String from, String to) {
        arrows.computeIfAbsent(new Ends(from, to), _ -> new ArrayList<>());
    }

    /** In a diagram of one runbook the steps have their own names, in one of several their addresses. */
    private String name(Place place) {
        return runbooks.size() == 1 ? place.step().value() : place.path() + "#" + place.step();
    }

    private String id(Runbook runbook, Step step) {
        return idOf(new Place(runbook.path(), step.id()));
    }

    private String idOf(Place place) {
        var id = ids.get(place);
        if (id == null) {
            throw new IllegalArgumentException("no step '%s' in %s".formatted(place.step(), place.path()));
        }
        return id;
    }

    private String nextId() {
        boxes++;
        return "n" + boxes;
    }

    private static String word(Step.Part part) {
        var word = part.name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}

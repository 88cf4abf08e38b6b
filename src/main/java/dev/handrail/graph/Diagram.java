package dev.handrail.graph;

import dev.handrail.runbook.Runbook;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A walk as boxes and arrows, before anybody has decided where they stand. */
public record Diagram(String title, List<Group> groups, List<Arrow> arrows) {
    public Diagram {
        groups = List.copyOf(groups);
        arrows = List.copyOf(arrows);
    }

    /** Returns the walk of one runbook, its sections as groups. */
    public static Diagram of(Runbook runbook) {
        return new Drawing(List.of(runbook)).one(runbook);
    }

    /** Returns the walks of a library and the jumps between them, each runbook a group. */
    public static Diagram of(List<Runbook> runbooks) {
        return new Drawing(runbooks).all();
    }

    /** @param title empty for boxes that stand in no group */
    public record Group(String title, List<Box> boxes) {
        public Group {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * A step, or something that a step leads to.
     *
     * @param id {@code n1}, {@code n2} ...: never what an author wrote, so that no format takes it for a word of its own
     * @param name what the box stands for: a step's name; for what a step leads to {@code step?wait}, {@code step?resolved}
     *     and {@code step?escalate}; for another runbook its path
     * @param notes small print: how often a retry may be tried, what is wrong
     */
    public record Box(String id, Kind kind, String name, String title, List<String> notes, Set<Mark> marks) {
        public Box {
            notes = List.copyOf(notes);
            marks = Set.copyOf(marks);
        }
    }

    /** What a box is: each kind has a shape of its own, so that nothing rests on colour. */
    public enum Kind {
        START,
        STEP,
        RETRY,
        WAIT,
        RESOLVED,
        ESCALATE,
        RUNBOOK;

        /** Returns the name for style sheets. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is wrong with a step's place in the walk. */
    public enum Mark {
        UNREACHABLE("nothing leads here"),
        DEAD_END("leads to no end"),
        ENDLESS("a circle without a limit");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param labels the outcomes that lead along it; empty for where the walk begins and for what follows a wait */
    public record Arrow(String from, String to, List<String> labels) {
        public Arrow {
            labels = List.copyOf(labels);
        }
    }

    /** Returns all boxes, in order. */
    public Stream<Box> boxes() {
        return groups.stream().flatMap(group -> group.boxes().stream());
    }
}

package dev.handrail.graph;

import dev.handrail.graph.Diagram.Arrow;
import dev.handrail.graph.Diagram.Box;
import dev.handrail.graph.Diagram.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A diagram as Mermaid text, which GitHub, GitLab and most wikis draw.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid: flowcharts</a>
 */
public final class Mermaid {
    private final List<String> lines = new ArrayList<>();

    private Mermaid() {}

    /** Returns the text, with a line break at its end. */
    public static String of(Diagram diagram) {
        var mermaid = new Mermaid();
        mermaid.write(diagram);
        return String.join("\n", mermaid.lines) + "\n";
    }

    private void write(Diagram diagram) {
        lines.add("flowchart TD");
        lines.add("  accTitle: " + line(diagram.title()));
        lines.add("  accDescr: The steps, and where each outcome leads");
        for (var i = 0; i < diagram.groups().size(); i++) {
            write(diagram.groups().get(i), i);
        }
        diagram.arrows().forEach(arrow -> lines.add("  " + arrow(arrow)));
        classes(diagram);
    }

    private void write(Diagram.Group group, int number) {
        if (group.title().isEmpty()) {
            group.boxes().forEach(box -> lines.add("  " + box(box)));
            return;
        }
        lines.add("  subgraph g%d[%s]".formatted(number, quoted(List.of(group.title()))));
        group.boxes().forEach(box -> lines.add("    " + box(box)));
        lines.add("  end");
    }

    private static String box(Box box) {
        var label = quoted(
                Stream.concat(Stream.of(box.title()), box.notes().stream()).toList());
        return box.id()
                + switch (box.kind()) {
                    case START -> "((" + label + "))";
                    case STEP -> "[" + label + "]";
                    case RETRY -> "[[" + label + "]]";
                    case WAIT -> "{{" + label + "}}";
                    case RESOLVED -> "([" + label + "])";
                    case ESCALATE -> "[/" + label + "\\]";
                    case RUNBOOK -> "[/" + label + "/]";
                };
    }

    private static String arrow(Arrow arrow) {
        return arrow.labels().isEmpty()
                ? "%s --> %s".formatted(arrow.from(), arrow.to())
                : "%s -->|%s| %s".formatted(arrow.from(), quoted(arrow.labels()), arrow.to());
    }

    private void classes(Diagram diagram) {
        classDef(diagram, Kind.RESOLVED, "fill:#d9f2e3,stroke:#1a7f45,color:#0b3d21");
        classDef(diagram, Kind.ESCALATE, "fill:#fde2e4,stroke:#b3261e,color:#5c0f0a");
        classDef(diagram, Kind.WAIT, "fill:#fff3cf,stroke:#946c00,color:#493500");
        classDef(diagram, Kind.RUNBOOK, "fill:#e3edfd,stroke:#1f5fbf,color:#0d2b59");
        var flawed = ids(diagram.boxes().filter(box -> !box.marks().isEmpty()));
        if (!flawed.isEmpty()) {
            lines.add("  classDef flawed stroke:#b3261e,stroke-width:3px,stroke-dasharray:6 4");
            lines.add("  class " + flawed + " flawed");
        }
    }

    private void classDef(Diagram diagram, Kind kind, String style) {
        var ids = ids(diagram.boxes().filter(box -> box.kind() == kind));
        if (!ids.isEmpty()) {
            lines.add("  classDef %s %s".formatted(kind.word(), style));
            lines.add("  class %s %s".formatted(ids, kind.word()));
        }
    }

    private static String ids(Stream<Box> boxes) {
        return boxes.map(Box::id).collect(Collectors.joining(","));
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(Mermaid::escaped).collect(Collectors.joining("<br/>", "\"", "\""));
    }

    /** What Mermaid, its Markdown and the browser would read as more than text becomes its number. */
    private static String escaped(String text) {
        return line(text)
                .codePoints()
                .mapToObj(Mermaid::escaped)
                .collect(Collectors.joining())
                // A number and a dot at the start would be a list.
                .replaceFirst("^(\\d+)\\. ", "$1#46; ");
    }

    private static String escaped(int codePoint) {
        return "\"#&<>`*_~[]{}|\\;".indexOf(codePoint) < 0 ? Character.toString(codePoint) : "#" + codePoint + ";";
    }

    private static String line(String text) {
        return Arrays.stream(text.split("[\\s\\p{Cntrl}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

package dev.handrail.graph;

import dev.handrail.graph.Diagram.Arrow;
import dev.handrail.graph.Diagram.Box;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A diagram in words, for who cannot see it. */
final class Outline {
    private Outline() {}

    static String of(Diagram diagram) {
        Map<String, Box> boxes = diagram.boxes().collect(Collectors.toMap(Box::id, Function.identity()));
        var lines = new ArrayList<String>();
        diagram.boxes().forEach(box -> {
            var ways = diagram.arrows().stream()
                    .filter(arrow -> arrow.from().equals(box.id()))
                    .map(arrow -> way(arrow, boxes))
                    .collect(Collectors.joining("; "));
            var notes = box.notes().isEmpty() ? "" : " (" + String.join(", ", box.notes()) + ")";
            if (!ways.isEmpty()) {
                lines.add(box.title() + notes + ": " + ways + ".");
            }
        });
        return String.join("\n", lines);
    }

    private static String way(Arrow arrow, Map<String, Box> boxes) {
        var to = boxes.get(arrow.to());
        var title = to == null ? arrow.to() : to.title();
        return arrow.labels().isEmpty()
                ? "leads to " + title
                : String.join(" or ", arrow.labels()) + " leads to " + title;
    }
}

package dev.handrail.graph;

import dev.handrail.graph.Diagram.Box;
import dev.handrail.graph.Layout.Frame;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** A diagram as a picture that needs nothing else: its words are text, and it follows the reader's light or dark. */
public final class Svg {
    private final Diagram diagram;
    private final Layout.Sheet sheet;
    private final Ink ink;

    private Svg(Diagram diagram, StringWriter out) throws XMLStreamException {
        this.diagram = diagram;
        this.sheet = Layout.of(diagram);
        this.ink = new Ink(out);
    }

    /** Returns the picture as a file of its own. */
    public static String of(Diagram diagram) {
        return write(diagram, Optional.of(styles()));
    }

    /** Returns the picture for a page that has {@link #styles} already. */
    public static String withoutStyles(Diagram diagram) {
        return write(diagram, Optional.empty());
    }

    /** Returns the style sheet of every diagram. */
    public static String styles() {
        try (var file = Svg.class.getResourceAsStream("/graph/graph.css")) {
            if (file == null) {
                throw new IllegalStateException("the installation is not whole: graph/graph.css is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read graph/graph.css", e);
        }
    }

    private static String write(Diagram diagram, Optional<String> styles) {
        var out = new StringWriter();
        try {
            new Svg(diagram, out).write(styles);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the diagram " + diagram.title(), e);
        }
        return out + "\n";
    }

    private void write(Optional<String> styles) throws XMLStreamException {
        ink.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "graph", "role", "img");
        ink.attributes("aria-labelledby", "graph-title", "aria-describedby", "graph-about");
        ink.attributes("width", Ink.number(sheet.size().width()));
        ink.attributes("height", Ink.number(sheet.size().height()));
        ink.attributes(
                "viewBox",
                "0 0 %s %s"
                        .formatted(
                                Ink.number(sheet.size().width()),
                                Ink.number(sheet.size().height())));
        ink.text("title", diagram.title(), "id", "graph-title");
        ink.text("desc", Outline.of(diagram), "id", "graph-about");
        if (styles.isPresent()) {
            ink.text("style", styles.get());
        }
        for (var i = 0; i < diagram.groups().size(); i++) {
            group(diagram.groups().get(i), sheet.groups().get(i));
        }
        for (var i = 0; i < diagram.arrows().size(); i++) {
            arrow(diagram.arrows().get(i), sheet.courses().get(i));
        }
        for (var box : diagram.boxes().toList()) {
            box(box);
        }
        ink.close();
        ink.end();
    }

    private void group(Diagram.Group group, Optional<Frame> frame) throws XMLStreamException {
        if (frame.isPresent()) {
            var at = frame.get();
            ink.open("g", "class", "group");
            ink.rect(at, "rx", "8");
            ink.words(group.title(), at.x() + 16, at.y() + 24, "class", "heading");
            ink.close();
        }
    }

    private void arrow(Diagram.Arrow arrow, Layout.Course course) throws XMLStreamException {
        ink.open("g", "class", "arrow");
        ink.course(course.points());
        if (course.label().isPresent()) {
            var at = course.label().get();
            ink.rect(at, "rx", "3");
            var y = at.y() + Lettering.SMALL_LINE - 2;
            for (var line : Lettering.of(arrow).small()) {
                ink.words(line, at.x() + 4, y);
                y += Lettering.SMALL_LINE;
            }
        }
        ink.close();
    }

    private void box(Box box) throws XMLStreamException {
        var at = sheet.boxes().get(box.id());
        if (at == null) {
            throw new IllegalStateException("the layout has left out " + box);
        }
        var flawed = box.marks().isEmpty() ? "" : " flawed";
        ink.open("g", "class", box.kind().word() + flawed, "data-name", box.name());
        ink.shape(box.kind(), at);
        var lines = Lettering.of(box);
        var middle = at.x() + at.width() / 2;
        var height = lines.large().size() * Lettering.LINE + lines.small().size() * Lettering.SMALL_LINE;
        var y = at.y() + (at.height() - height) / 2 + Lettering.LINE - 4;
        for (var line : lines.large()) {
            ink.words(line, middle, y, "text-anchor", "middle");
            y += Lettering.LINE;
        }
        for (var line : lines.small()) {
            ink.words(line, middle, y - 2, "text-anchor", "middle", "class", "note");
            y += Lettering.SMALL_LINE;
        }
        ink.close();
    }
}

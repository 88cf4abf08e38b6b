package dev.handrail.graph;

import dev.handrail.graph.Diagram.Kind;
import dev.handrail.graph.Layout.Frame;
import dev.handrail.graph.Layout.Point;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of SVG that diagrams are made of. */
final class Ink {
    private static final double SLANT = 16;

    private final XMLStreamWriter xml;

    Ink(Writer out) throws XMLStreamException {
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    }

    /** @param attributes names and values, in turn */
    void open(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    void attributes(String... attributes) throws XMLStreamException {
        for (var i = 0; i + 1 < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], harmless(attributes[i + 1]));
        }
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
    }

    void text(String element, String text, String... attributes) throws XMLStreamException {
        open(element, attributes);
        xml.writeCharacters(harmless(text));
        close();
    }

    void words(String text, double x, double y, String... attributes) throws XMLStreamException {
        open("text", "x", number(x), "y", number(y));
        attributes(attributes);
        xml.writeCharacters(harmless(text));
        close();
    }

    void rect(Frame at, String... attributes) throws XMLStreamException {
        open("rect", "x", number(at.x()), "y", number(at.y()));
        attributes("width", number(at.width()), "height", number(at.height()));
        attributes(attributes);
        close();
    }

    /** Draws a line with a tip at its end. */
    void course(List<Point> points) throws XMLStreamException {
        open("path", "d", "M" + points.stream().map(Ink::at).collect(Collectors.joining(" L")));
        close();
        var end = points.getLast();
        var before = points.get(points.size() - 2);
        var length = Math.max(0.01, Math.hypot(end.x() - before.x(), end.y() - before.y()));
        var x = (end.x() - before.x()) / length;
        var y = (end.y() - before.y()) / length;
        polygon(
                "tip",
                end,
                new Point(end.x() - 8 * x - 4 * y, end.y() - 8 * y + 4 * x),
                new Point(end.x() - 8 * x + 4 * y, end.y() - 8 * y - 4 * x));
    }

    /** Draws the shape of a kind of box. */
    void shape(Kind kind, Frame at) throws XMLStreamException {
        switch (kind) {
            case STEP -> rect(at, "class", "shape", "rx", "4");
            case RETRY -> doubled(at);
            case START, RESOLVED -> rect(at, "class", "shape", "rx", number(at.height() / 2));
            case WAIT -> hexagon(at);
            case ESCALATE -> slanted(at, SLANT, 0);
            case RUNBOOK -> slanted(at, 0, SLANT);
        }
    }

    private void hexagon(Frame at) throws XMLStreamException {
        var right = at.x() + at.width();
        var bottom = at.y() + at.height();
        var middle = at.y() + at.height() / 2;
        polygon(
                "shape",
                new Point(at.x(), middle),
                new Point(at.x() + SLANT, at.y()),
                new Point(right - SLANT, at.y()),
                new Point(right, middle),
                new Point(right - SLANT, bottom),
                new Point(at.x() + SLANT, bottom));
    }

    /** Draws four corners, of which the upper left one stands in; of the right ones the upper or the lower, or neither. */
    private void slanted(Frame at, double upperRight, double lowerRight) throws XMLStreamException {
        var right = at.x() + at.width();
        var bottom = at.y() + at.height();
        polygon(
                "shape",
                new Point(at.x() + SLANT, at.y()),
                new Point(right - upperRight, at.y()),
                new Point(right - lowerRight, bottom),
                new Point(at.x(), bottom));
    }

    private void doubled(Frame at) throws XMLStreamException {
        rect(at, "class", "shape");
        for (var x : List.of(at.x() + 7, at.x() + at.width() - 7)) {
            open("line", "class", "bar", "x1", number(x), "x2", number(x));
            attributes("y1", number(at.y()), "y2", number(at.y() + at.height()));
            close();
        }
    }

    private void polygon(String type, Point... corners) throws XMLStreamException {
        open("polygon", "class", type);
        attributes("points", List.of(corners).stream().map(Ink::at).collect(Collectors.joining(" ")));
        close();
    }

    private static String at(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }

    /** XML has no place for most control characters. */
    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]|[\\uFFFE\\uFFFF]", " ");
    }
}

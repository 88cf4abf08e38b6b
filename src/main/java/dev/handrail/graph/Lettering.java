package dev.handrail.graph;

import dev.handrail.graph.Diagram.Arrow;
import dev.handrail.graph.Diagram.Box;
import dev.handrail.graph.Diagram.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * How much room a text takes. Nobody knows which font a reader has, so widths are those of a wide one: a box is rather too
 * large than too small.
 */
final class Lettering {
    static final double LINE = 18;
    static final double SMALL_LINE = 15.5;

    private static final double SIZE = 14;
    private static final double SMALL = 12;
    private static final double BOX = 200;
    private static final double LABEL = 150;

    private Lettering() {}

    /** Lines of text, and the size of what holds them. */
    record Lines(List<String> large, List<String> small, double width, double height) {
        Lines {
            large = List.copyOf(large);
            small = List.copyOf(small);
        }
    }

    static Lines of(Box box) {
        var title = wrapped(box.title(), BOX, SIZE);
        var notes = box.notes().stream()
                .flatMap(note -> wrapped(note, BOX, SMALL).stream())
                .toList();
        var width = Math.max(widest(title, SIZE), widest(notes, SMALL)) + margin(box.kind());
        var height = title.size() * LINE + notes.size() * SMALL_LINE + 16;
        var round = box.kind() == Kind.START ? Math.max(height, 40) : height;
        return new Lines(title, notes, Math.max(width, 90), round);
    }

    /** Slanted and round shapes need more room beside the text. */
    private static double margin(Kind kind) {
        return switch (kind) {
            case STEP -> 24;
            case RETRY, START, RESOLVED -> 36;
            case WAIT, ESCALATE, RUNBOOK -> 48;
        };
    }

    static Lines of(Arrow arrow) {
        var lines = arrow.labels().stream()
                .flatMap(label -> wrapped(label, LABEL, SMALL).stream())
                .toList();
        return new Lines(List.of(), lines, widest(lines, SMALL) + 8, lines.size() * SMALL_LINE + 4);
    }

    static double heading(String title) {
        return width(title, 13) + 32;
    }

    private static double widest(List<String> lines, double size) {
        return lines.stream().mapToDouble(line -> width(line, size)).max().orElse(0);
    }

    private static List<String> wrapped(String text, double width, double size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            for (var piece : pieces(word, width, size)) {
                if (!line.isEmpty() && width(line + " " + piece, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is wider than a line is cut. */
    private static List<String> pieces(String word, double width, double size) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
            var next = Character.toString(word.codePointAt(i));
            if (!piece.isEmpty() && width(piece + next, size) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(next);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::em).sum() * size;
    }

    private static double em(int codePoint) {
        if ("iIjltfr.,:;'|!()[]/\\ -".indexOf(codePoint) >= 0) {
            return 0.37;
        }
        if ("mwMW@%—".indexOf(codePoint) >= 0) {
            return 0.95;
        }
        if (codePoint > 0x2000) {
            return 1.2;
        }
        return Character.isUpperCase(codePoint) ? 0.7 : 0.57;
    }
}

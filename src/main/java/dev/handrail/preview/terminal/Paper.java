package dev.handrail.preview.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of text of a certain width.
 *
 * @param width in columns
 * @param colours whether it takes colours; without them the words say it all
 */
public record Paper(int width, boolean colours) {
    private static final Pattern PIECE = Pattern.compile("\n|[^\\s]+|[ \\t]+");

    /** Lines in the making, and how full the last one is. */
    private final class Column {
        private final List<String> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private final String indent;
        private int filled;
        private String gap = "";

        Column(String first, String indent) {
            this.indent = indent;
            begin(first);
        }

        private void begin(String prefix) {
            line.setLength(0);
            line.append(prefix);
            filled = columns(prefix);
            gap = "";
        }

        void add(Span span) {
            PIECE.matcher(span.text()).results().forEach(found -> piece(found.group(), span));
        }

        private void piece(String piece, Span span) {
            if (piece.equals("\n")) {
                end();
            } else if (piece.isBlank()) {
                gap = piece;
            } else {
                word(piece, span);
            }
        }

        private void word(String word, Span span) {
            if (filled + gap.length() + columns(word) > width && filled > columns(indent)) {
                end();
            }
            line.append(painted(Span.of(gap))).append(painted(new Span(word, span.looks())));
            filled += gap.length() + columns(word);
            gap = "";
        }

        private void end() {
            lines.add(line.toString().stripTrailing());
            begin(indent);
        }

        List<String> lines() {
            if (filled > columns(indent) || lines.isEmpty()) {
                end();
            }
            return lines;
        }
    }

    /**
     * Returns text in as many lines as it takes, broken between words.
     *
     * @param first before the first line
     * @param indent before the others
     */
    List<String> lines(List<Span> spans, String first, String indent) {
        var column = new Column(first, indent);
        spans.forEach(column::add);
        return column.lines();
    }

    /** Returns a line with a title in it. */
    String rule(String title) {
        var start = "── " + title + " ";
        return painted(Span.of(start + "─".repeat(Math.max(2, width - columns(start))), Span.Look.FAINT));
    }

    /** Returns the text as a terminal shows it: nothing of it is a control character. */
    String painted(Span span) {
        var text = span.text().replaceAll("[\\p{Cntrl}&&[^\t]]", "");
        if (!colours || span.looks().isEmpty() || text.isEmpty()) {
            return text;
        }
        var codes = span.looks().stream()
                .map(look -> Integer.toString(look.code()))
                .sorted()
                .collect(Collectors.joining(";"));
        return "\u001b[" + codes + "m" + text + "\u001b[0m";
    }

    /** Emoji and East Asian letters take two columns; what only changes the letter before it takes none. */
    static int columns(String text) {
        return text.codePoints().map(Paper::columns).sum();
    }

    private static int columns(int codePoint) {
        var type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || codePoint == 0xFE0F) {
            return 0;
        }
        var wide = codePoint >= 0x1F300
                || (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || codePoint == 0x23F3;
        return wide ? 2 : 1;
    }
}

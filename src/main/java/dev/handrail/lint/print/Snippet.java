package dev.handrail.lint.print;

import dev.handrail.platform.source.Position;
import java.util.List;

/** The line that a problem is in, and a caret below the place. */
record Snippet(List<String> lines) {
    private static final int WIDTH = 100;
    private static final int BEFORE = 60;

    static Snippet of(String line, Position at) {
        var column = Math.min(at.column() - 1, line.length());
        var from = column > BEFORE ? column - BEFORE : 0;
        var to = Math.min(line.length(), from + WIDTH);
        var before = harmless(line.substring(from, column));
        var shown = before + harmless(line.substring(column, to));
        var cutBefore = from > 0 ? "…" : "";
        var cutAfter = to < line.length() ? "…" : "";
        var caret = " ".repeat(cutBefore.length() + width(before)) + "^";
        return new Snippet(
                List.of("%5d | %s%s%s".formatted(at.line(), cutBefore, shown, cutAfter), "      | " + caret));
    }

    /** A terminal must not be driven by what stands in a file; a tab is as wide as a space here. */
    static String harmless(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(sign -> shown.appendCodePoint(sign == '\t' ? ' ' : isPlain(sign) ? sign : '·'));
        return shown.toString();
    }

    private static boolean isPlain(int sign) {
        var type = Character.getType(sign);
        return !Character.isISOControl(sign)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}

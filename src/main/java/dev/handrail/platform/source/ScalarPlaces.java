package dev.handrail.platform.source;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Where the characters of a YAML text stand in its file. */
final class ScalarPlaces {
    private ScalarPlaces() {}

    static Position at(ScalarNode scalar, Excerpt source, int offset) {
        return scalar.getStartMark()
                .map(mark -> scalar.getScalarStyle() == ScalarStyle.LITERAL
                        ? below(scalar.getValue(), mark, source, offset)
                        : beside(scalar, mark, source, offset))
                .orElseGet(source::start);
    }

    /** The lines below {@code |} are those of the text, indented. */
    private static Position below(String text, Mark mark, Excerpt source, int offset) {
        var before = text.substring(0, Math.min(offset, text.length()));
        var number = (int) before.chars().filter(c -> c == '\n').count();
        var start = before.lastIndexOf('\n') + 1;
        var end = text.indexOf('\n', start);
        var own = end < 0 ? text.length() - start : end - start;
        var line = mark.getLine() + 1 + number;
        return source.place(line, Math.max(0, source.line(line).length() - own) + before.length() - start);
    }

    private static Position beside(ScalarNode scalar, Mark mark, Excerpt source, int offset) {
        var line = source.line(mark.getLine());
        var start = source.units(mark.getLine(), mark.getColumn()) + (scalar.isPlain() ? 0 : 1);
        var before = scalar.getValue()
                .substring(0, Math.min(offset, scalar.getValue().length()));
        return source.place(mark.getLine(), line.startsWith(before, start) ? start + before.length() : start);
    }
}

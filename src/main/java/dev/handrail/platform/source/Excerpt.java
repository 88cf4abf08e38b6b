package dev.handrail.platform.source;

import java.util.List;

/** A stretch of a file, which knows where in the file it stands: a whole file, its front matter, or what is inside a fence. */
public final class Excerpt {
    private final String file;
    private final String text;
    private final List<String> lines;
    private final int firstLine;
    private final int indent;

    private Excerpt(String file, String text, int firstLine, int indent) {
        this.file = file;
        this.text = text;
        this.lines = text.lines().toList();
        this.firstLine = firstLine;
        this.indent = indent;
    }

    public static Excerpt whole(String file, String text) {
        return new Excerpt(file, text, 1, 0);
    }

    /**
     * Returns {@code text}, which stands in {@code file}.
     *
     * @param firstLine the line of the file where the text begins, counted from 1
     * @param indent how many characters precede each of its lines in the file
     */
    public static Excerpt part(String file, String text, int firstLine, int indent) {
        return new Excerpt(file, text, firstLine, indent);
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    public Position start() {
        return new Position(file, firstLine, indent + 1);
    }

    /**
     * Returns the file's position of a place in this text.
     *
     * @param line counted from 0, within this text
     * @param codePoints how many code points precede the place on its line
     */
    Position at(int line, int codePoints) {
        return new Position(file, firstLine + line, indent + 1 + units(line, codePoints));
    }

    /**
     * Returns the file's position of a place in this text.
     *
     * @param line counted from 0, within this text
     * @param units how many UTF-16 code units precede the place on its line
     */
    Position place(int line, int units) {
        return new Position(file, firstLine + line, indent + 1 + units);
    }

    /** Returns a line of this text; an empty one past its end. */
    String line(int line) {
        return line < lines.size() ? lines.get(line) : "";
    }

    int units(int line, int codePoints) {
        if (line >= lines.size()) {
            return codePoints;
        }
        var text = lines.get(line);
        var known = Math.min(codePoints, text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, known) + codePoints - known;
    }
}

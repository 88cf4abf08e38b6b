package dev.handrail.platform.source;

/**
 * A place in a file.
 *
 * @param file the path as the author knows it, relative to the library's folder, with {@code /}
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 code units: an emoji takes two
 */
public record Position(String file, int line, int column) {
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "lines and columns count from 1, but %s is at %d:%d".formatted(file, line, column));
        }
    }

    /** Returns {@code file:line:column}, as editors and terminals link it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

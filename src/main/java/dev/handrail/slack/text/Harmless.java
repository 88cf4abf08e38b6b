package dev.handrail.slack.text;

/**
 * Text that strangers wrote, made harmless to look at and still readable: what would hide, reorder or break lines is shown by
 * its name, for instance {@code [U+202E]}.
 */
public final class Harmless {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String MORE = "…";

    private Harmless() {}

    /**
     * Returns the text as one line.
     *
     * @param limit in UTF-16 code units; what is over it is cut off and replaced by an ellipsis
     */
    public static String line(String text, int limit) {
        var head = text.length() > 2 * limit ? text.substring(0, 2 * limit) : text;
        var line = readable(head).replaceAll("\\s+", " ").strip();
        return shortened(head.length() < text.length() ? line + " " + MORE : line, limit);
    }

    /** Returns the text with its line breaks and tabs kept. */
    public static String lines(String text) {
        return readable(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Cuts a text off, never inside a character that takes two code units. */
    public static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        var end = limit - MORE.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + MORE;
    }

    private static String readable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(out, character));
        return out.toString();
    }

    private static void append(StringBuilder out, int character) {
        if (isShown(character)) {
            out.appendCodePoint(character);
        } else {
            out.append("[U+%04X]".formatted(character));
        }
    }

    private static boolean isShown(int character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}

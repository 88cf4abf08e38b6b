package dev.handrail.platform;

/** Text by strangers, on its way into storage. */
public final class Text {
    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /**
     * Returns {@code text} with what a database would refuse or change replaced by U+FFFD: U+0000, which PostgreSQL does not
     * store, and halves of surrogate pairs, which are not characters.
     */
    public static String storable(String text) {
        return isStorable(text) ? text : repaired(text);
    }

    /** Nearly all text is, and is not copied. */
    private static boolean isStorable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\0' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String repaired(String text) {
        var result = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                result.append(c).append(text.charAt(++i));
            } else {
                result.append(c == '\0' || Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return result.toString();
    }
}

package dev.handrail.runbook.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of a file's headings, as GitHub makes them: a second {@code Replay} is {@code replay-1}. */
public final class Slugs {
    private final Map<String, Integer> given = new HashMap<>();

    /** Returns the name that the text has if no other heading has it. */
    public static String of(String text) {
        var slug = new StringBuilder();
        text.strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Slugs::isKept)
                .forEach(character -> slug.appendCodePoint(character == ' ' ? '-' : character));
        return slug.toString();
    }

    private static boolean isKept(int character) {
        return character == ' '
                || character == '-'
                || Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** Takes a name that an author gave, so that nothing else gets it. */
    void reserve(String name) {
        given.putIfAbsent(name, 0);
    }

    /** Returns the name of the next heading of the file. */
    public String next(String text) {
        var own = of(text);
        var base = own.isEmpty() ? "step" : own;
        var slug = base;
        while (given.containsKey(slug)) {
            slug = base + "-" + given.merge(base, 1, Integer::sum);
        }
        given.put(slug, 0);
        return slug;
    }
}

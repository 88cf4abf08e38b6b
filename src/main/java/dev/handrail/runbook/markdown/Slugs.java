package dev.handrail.runbook.markdown;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of a file's headings, as GitHub makes them: a second {@code Replay} is {@code replay-1}. */
public final class Slugs {
    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

    private final Map<String, Integer> given = new HashMap<>();

    /** Returns the name that the text has if no other heading has it. */
    public static String of(String text) {
        return DROPPED.matcher(text.strip().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace(' ', '-');
    }

    /** Takes a name that an author gave, so that nothing else gets it. */
    void reserve(String name) {
        given.putIfAbsent(name, 0);
    }

    /** Returns the name of the next heading of the file. */
    public String next(String text) {
        var base = of(text).isEmpty() ? "step" : of(text);
        var slug = base;
        while (given.containsKey(slug)) {
            slug = base + "-" + given.merge(base, 1, Integer::sum);
        }
        given.put(slug, 0);
        return slug;
    }
}

package dev.handrail.match;

import com.google.re2j.Pattern;
import java.util.List;

/** What can be told from the text of a regular expression without running it. */
final class Literals {
    private static final Pattern ALTERNATIVES = Pattern.compile("[\\w :/-]+(\\|[\\w :/-]+)*");
    private static final Pattern BEGINNING = Pattern.compile("[\\w :/-]*");

    private Literals() {}

    /** Returns the words of {@code A|B|C}; empty if it is anything else. */
    static List<String> alternatives(String regex) {
        return ALTERNATIVES.matches(regex) ? List.of(regex.split("\\|")) : List.of();
    }

    /** Returns what everything that matches begins with; empty if that cannot be told. */
    static String prefix(String regex) {
        var beginning = BEGINNING.matcher(regex);
        if (regex.contains("|") || !beginning.lookingAt()) {
            return "";
        }
        var end = beginning.end();
        var isOptional = end < regex.length() && "*?{".indexOf(regex.charAt(end)) >= 0;
        return regex.substring(0, isOptional ? Math.max(0, end - 1) : end);
    }
}

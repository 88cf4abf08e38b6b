package dev.handrail.match.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text, in lower case: {@code etcdGRPCRequestsSlow} has four, {@code order_export_5xx} three. Numbers and single
 * letters are none.
 */
final class Words {
    /** What a sender's template fills in, and what a runbook leaves for its reader to fill in. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[^{}]*+}}|\\$\\{[^{}]*+}|\\$\\w++|https?://\\S++");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int start;

    private Words(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        return new Words(mayHavePlaceholder(text) ? PLACEHOLDER.matcher(text).replaceAll(" ") : text).split();
    }

    /** Most texts have none, and to know that costs less than the expression does. */
    private static boolean mayHavePlaceholder(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('$') >= 0 || text.contains("://");
    }

    private List<String> split() {
        for (int at = 0; at < text.length(); at++) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                end(at);
                start = at + 1;
            } else if (at > start && begins(at)) {
                end(at);
                start = at;
            }
        }
        end(text.length());
        return words;
    }

    private void end(int at) {
        if (at - start > 1 && hasLetter(at)) {
            words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
        }
    }

    private boolean hasLetter(int end) {
        for (int at = start; at < end; at++) {
            if (Character.isLetter(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** A capital after a small letter begins a word, so does the last of several capitals before one, and a digit after a letter. */
    private boolean begins(int at) {
        var before = text.charAt(at - 1);
        var here = text.charAt(at);
        if (Character.isDigit(here)) {
            return !Character.isDigit(before);
        }
        var isAfterSmall = !Character.isUpperCase(before) && !Character.isDigit(before);
        var isBeforeSmall = isSmall(at + 1) && !isPlural(at + 1);
        return Character.isUpperCase(here) && (isAfterSmall || isBeforeSmall);
    }

    private boolean isSmall(int at) {
        return at < text.length() && Character.isLowerCase(text.charAt(at));
    }

    /** {@code PVCs} is one word. */
    private boolean isPlural(int at) {
        return text.charAt(at) == 's' && !isSmall(at + 1);
    }
}

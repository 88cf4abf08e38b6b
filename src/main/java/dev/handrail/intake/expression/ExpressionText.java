package dev.handrail.intake.expression;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Nearest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is wrong in an expression that compiling it does not find: a variable or function that nothing defines, and regular
 * expressions between slashes, which may run for ever on what a stranger wrote ({@code $find} runs in linear time).
 */
public final class ExpressionText {
    /** One after the other: comment, text or quoted name, variable, word or number, any other character. */
    private static final Pattern TOKEN =
            Pattern.compile("(?s)/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`"
                    + "|\\$[A-Za-z0-9_]*|[A-Za-z0-9_]+|:=|\\S");

    private static final Pattern PARAMETERS = Pattern.compile("(?:\\bfunction|λ)\\s*\\(([^)]*)\\)");
    private static final Pattern ASSIGNED = Pattern.compile("\\$([A-Za-z0-9_]+)\\s*:=|[@#]\\s*\\$([A-Za-z0-9_]+)");
    private static final Pattern NAME = Pattern.compile("\\$([A-Za-z0-9_]+)");

    /** After these comes a value, so that a slash begins a regular expression rather than divides. */
    private static final String BEFORE_A_VALUE = "([{,;:?=<>&|+-~!";

    private ExpressionText() {}

    /** @param offset how many characters of the expression precede it */
    public record Fault(int offset, String found, String wanted) {}

    public static Optional<Fault> check(String text, Set<String> variables) {
        var known = new TreeSet<>(variables);
        known.addAll(Functions.names());
        known.addAll(declared(text));
        var tokens = TOKEN.matcher(text);
        var before = "(";
        while (tokens.find()) {
            var token = tokens.group();
            if (token.length() > 1 && token.charAt(0) == '$' && !known.contains(token.substring(1))) {
                return Optional.of(new Fault(
                        tokens.start(), "'" + token + "'", "$" + bare(Nearest.advice(token.substring(1), known))));
            }
            if (token.equals("/")
                    && (BEFORE_A_VALUE.contains(before)
                            || Set.of("and", "or", "in").contains(before))) {
                return Optional.of(new Fault(
                        tokens.start(),
                        "a regular expression between slashes",
                        "$find(text, 'pattern'), which ends in linear time"));
            }
            before = token.startsWith("/*") ? before : token;
        }
        return Optional.empty();
    }

    private static Set<String> declared(String text) {
        var names = new HashSet<String>();
        var assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            names.add(assigned.group(1) == null ? assigned.group(2) : assigned.group(1));
        }
        var functions = PARAMETERS.matcher(text);
        while (functions.find()) {
            var parameters = NAME.matcher(functions.group(1));
            while (parameters.find()) {
                names.add(parameters.group(1));
            }
        }
        return names;
    }

    private static String bare(String advice) {
        return advice.startsWith("'") ? advice.replace("'", "") : " and " + advice;
    }
}

package dev.handrail.alert;

import com.google.re2j.PatternSyntaxException;
import dev.handrail.alert.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Alertmanager's matcher syntax: {@code alertname="DiskFull"}, or several as {@code {flow="order-to-erp", severity!~"info|low"}}.
 * A value without quotes ends at a space, a comma or a brace.
 */
public final class MatcherParser {
    private static final String RESERVED = "{}!=~,\\\"'`";
    private static final char END = '\0';

    private final String text;
    private int next;

    private MatcherParser(String text) {
        this.text = text;
    }

    /** What came of parsing. */
    public sealed interface Result {}

    public record Matchers(List<LabelMatcher> matchers) implements Result {
        public Matchers {
            matchers = List.copyOf(matchers);
        }
    }

    /**
     * Why the text is not a list of matchers.
     *
     * @param offset how many characters of the text precede the fault
     */
    public record Fault(int offset, String found, String wanted) implements Result {}

    public static Result parse(String text) {
        try {
            return new Matchers(new MatcherParser(text).matchers());
        } catch (FaultException e) {
            return e.fault;
        }
    }

    private List<LabelMatcher> matchers() throws FaultException {
        var matchers = new ArrayList<LabelMatcher>();
        skipSpace();
        var braced = take('{');
        do {
            skipSpace();
            if (peek() == END || peek() == '}') {
                break;
            }
            matchers.add(matcher());
            skipSpace();
        } while (take(','));
        if (braced && !take('}')) {
            throw fault("',' or '}'");
        }
        skipSpace();
        if (next < text.length()) {
            throw fault(matchers.isEmpty() ? "a label" : "',' and another matcher, or the end");
        }
        return matchers;
    }

    private LabelMatcher matcher() throws FaultException {
        var label = word("a label's name");
        skipSpace();
        var operator = operator();
        skipSpace();
        var start = next;
        var value = peek() == '"' ? quoted() : peek() == ',' || peek() == '}' || peek() == END ? "" : word("a value");
        try {
            return new LabelMatcher(label, operator, value);
        } catch (PatternSyntaxException e) {
            throw new FaultException(
                    new Fault(start, "'" + value + "' (" + e.getDescription() + ")", "a regular expression (RE2)"));
        }
    }

    private Operator operator() throws FaultException {
        for (var operator : List.of(Operator.MATCHES, Operator.NOT_MATCHES, Operator.NOT_EQUAL, Operator.EQUAL)) {
            if (text.startsWith(operator.sign(), next)) {
                next += operator.sign().length();
                return operator;
            }
        }
        throw fault("=, !=, =~ or !~");
    }

    private String word(String wanted) throws FaultException {
        if (peek() == '"') {
            return quoted();
        }
        var start = next;
        while (peek() != END && !Character.isWhitespace(peek()) && RESERVED.indexOf(peek()) < 0) {
            next++;
        }
        if (next == start) {
            throw fault(wanted);
        }
        return text.substring(start, next);
    }

    private String quoted() throws FaultException {
        var start = next++;
        var value = new StringBuilder();
        while (next < text.length() && text.charAt(next) != '"') {
            value.append(text.charAt(next) == '\\' ? escaped() : text.substring(next, ++next));
        }
        if (!take('"')) {
            next = start;
            throw fault("a closing quote");
        }
        return value.toString();
    }

    /** As Alertmanager has it: a backslash before anything else stays, so that {@code \d} needs no doubling. */
    private String escaped() {
        var after = next + 1 < text.length() ? text.charAt(next + 1) : END;
        var length = after == END ? 1 : 2;
        next += length;
        return switch (after) {
            case '"' -> "\"";
            case '\\' -> "\\";
            case 'n' -> "\n";
            default -> text.substring(next - length, next);
        };
    }

    private void skipSpace() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
    }

    private boolean take(char wanted) {
        var there = next < text.length() && text.charAt(next) == wanted;
        next += there ? 1 : 0;
        return there;
    }

    private char peek() {
        return next < text.length() ? text.charAt(next) : END;
    }

    private FaultException fault(String wanted) {
        var found =
                next < text.length() ? "'" + text.substring(next, Math.min(text.length(), next + 30)) + "'" : "the end";
        return new FaultException(new Fault(next, found, wanted));
    }

    private static final class FaultException extends Exception {
        private final transient Fault fault;

        FaultException(Fault fault) {
            super(fault.wanted());
            this.fault = fault;
        }
    }
}

package dev.handrail.match.rule;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be told from the text of a regular expression without running it: {@code .*-(worker|batch)-[0-9]+} takes nothing
 * without {@code worker} or {@code batch} in it. Whatever it does not understand, it says nothing of.
 */
final class Literals {
    private static final Pattern WORDS = Pattern.compile("[\\w :/-]+(\\|[\\w :/-]+)*");
    private static final Pattern TIMES = Pattern.compile("\\{([0-9]+)(,[0-9]*)?}");
    private static final String CLASSES = "dDwWsSbBAz";

    private final String regex;
    private int at;
    private boolean isClear = true;

    private Literals(String regex) {
        this.regex = regex;
    }

    /** Returns the words of {@code A|B|C}, which takes them and nothing else; empty if it is anything else. */
    static List<String> words(String regex) {
        return WORDS.matches(regex) ? List.of(regex.split("\\|")) : List.of();
    }

    /** Returns sets of texts: all that matches has, for each set, at least one of its texts in it. None if that cannot be told. */
    static List<Set<String>> needed(String regex) {
        var reader = new Literals(regex);
        var needed = reader.alternatives();
        return reader.isClear && reader.at == regex.length() ? needed : List.of();
    }

    private List<Set<String>> alternatives() {
        var first = sequence();
        if (at >= regex.length() || regex.charAt(at) != '|') {
            return first;
        }
        var any = longest(first);
        while (takes('|')) {
            any = either(any, longest(sequence()));
        }
        return any.isEmpty() ? List.of() : List.of(any);
    }

    private static Set<String> longest(List<Set<String>> sets) {
        return sets.stream().max(Comparator.comparingInt(Literals::shortest)).orElse(Set.of());
    }

    private static Set<String> either(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Set.of();
        }
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What stands before a group in the same sequence is no part of the group's texts. */
    private List<Set<String>> sequence() {
        var needed = new ArrayList<Set<String>>();
        var run = new StringBuilder();
        while (isClear && at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            next(needed, run);
        }
        end(run, needed);
        return needed;
    }

    /** Reads one atom with its repetition. */
    private void next(List<Set<String>> needed, StringBuilder run) {
        var from = at;
        var group = atom();
        var literal = isClear ? literal(from) : "";
        var times = times();
        if (times != Times.PERHAPS) {
            run.append(literal);
        }
        if (times != Times.ONCE || literal.isEmpty()) {
            end(run, needed);
        }
        if (times != Times.PERHAPS) {
            needed.addAll(group);
        }
    }

    private static void end(StringBuilder run, List<Set<String>> needed) {
        if (!run.isEmpty()) {
            needed.add(Set.of(run.toString()));
            run.setLength(0);
        }
    }

    /** Moves over an atom, and returns what is needed by it if it is a group. */
    private List<Set<String>> atom() {
        switch (regex.charAt(at)) {
            case '(' -> {
                return group();
            }
            case '[' -> overClass();
            case '\\' -> at += 2;
            default -> at += Character.charCount(regex.codePointAt(at));
        }
        return List.of();
    }

    private List<Set<String>> group() {
        if (regex.startsWith("(?:", at)) {
            at += 3;
        } else if (regex.startsWith("(?", at)) {
            isClear = false;
            return List.of();
        } else {
            at++;
        }
        var needed = alternatives();
        at++;
        return needed;
    }

    private void overClass() {
        at += regex.startsWith("[^", at) ? 2 : 1;
        var first = at;
        while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
            if (regex.startsWith("[:", at)) {
                at = regex.indexOf(":]", at) + 2;
            } else {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
    }

    /** Returns the text that the atom just read stands for; empty if it stands for more than one. */
    private String literal(int from) {
        var first = regex.charAt(from);
        if (first == '\\') {
            return escaped(regex.charAt(from + 1));
        }
        return "([.^$".indexOf(first) >= 0 ? "" : regex.substring(from, at);
    }

    private String escaped(char sign) {
        var isWord = sign < 128 && Character.isLetterOrDigit(sign);
        isClear = isClear && (!isWord || CLASSES.indexOf(sign) >= 0);
        return isWord ? "" : String.valueOf(sign);
    }

    /** How often an atom is there. */
    private enum Times {
        ONCE,
        MORE,
        PERHAPS
    }

    private Times times() {
        if (at >= regex.length()) {
            return Times.ONCE;
        }
        var times = switch (regex.charAt(at)) {
            case '*', '?' -> over(1, Times.PERHAPS);
            case '+' -> over(1, Times.MORE);
            case '{' -> counted();
            default -> Times.ONCE;
        };
        if (times != Times.ONCE) {
            takes('?');
        }
        return times;
    }

    private Times counted() {
        var times = TIMES.matcher(regex);
        if (!times.find(at) || times.start() != at) {
            return Times.ONCE;
        }
        return over(times.end() - at, times.group(1).matches("0+") ? Times.PERHAPS : Times.MORE);
    }

    private Times over(int length, Times times) {
        at += length;
        return times;
    }

    private boolean takes(char sign) {
        var isThere = at < regex.length() && regex.charAt(at) == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }
}

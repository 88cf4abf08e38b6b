package dev.handrail.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote, as Markdown that says exactly that. Nothing in it is markup, save for what was written as code and for
 * addresses; each line is a paragraph.
 */
final class Ink {
    private static final int LONGEST = 2000;
    private static final int LONGEST_TITLE = 70;

    /** Code as people mark it in chats, and addresses. */
    private static final Pattern KEPT = Pattern.compile(
            "```(?<block>.*?)```|`(?<span>[^`\n]+)`|(?<url>https?://[^\\s<>`\"\\\\|*]*[^\\s<>`\"\\\\|*.,;:!?)\\]'])",
            Pattern.DOTALL);

    private static final Pattern MENTION = Pattern.compile("<[@!#][^<>\n]{1,80}>");
    private static final Pattern LIST_NUMBER = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$)");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?](\\s|$)|\n|(?<=.{15}):\\s");
    private static final String ANYWHERE = "\\`*[]<|~";
    private static final String AT_LINE_START = "#+-=>:";

    private final StringBuilder out = new StringBuilder();

    private Ink() {}

    /** Returns the text as paragraphs; empty if there is nothing in it. */
    static String text(String written) {
        var ink = new Ink();
        var text = cut(clean(written), LONGEST);
        Matcher kept = KEPT.matcher(text);
        var end = 0;
        for (; kept.find(); end = kept.end()) {
            ink.plain(text.substring(end, kept.start()));
            ink.kept(kept);
        }
        ink.plain(text.substring(end));
        return ink.out.toString().strip();
    }

    /** Returns the text as one line, in which nothing is markup. */
    static String line(String written) {
        var ink = new Ink();
        ink.plain(oneLine(written));
        return ink.out.toString().strip();
    }

    /** Returns the first sentence, shortened to what a heading has room for, as plain text; empty if it has no letters. */
    static String title(String written) {
        var text = clean(written).replace("`", "").strip();
        var end = END_OF_SENTENCE.matcher(text);
        var first = end.find() ? text.substring(0, end.start()) : text;
        var line = oneLine(first).replaceAll("[\\s#:,;.]+$", "");
        if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        return line.length() <= LONGEST_TITLE ? line : wordsOf(line);
    }

    private static String wordsOf(String line) {
        var start = cut(line, LONGEST_TITLE);
        var blank = start.lastIndexOf(' ');
        var words = blank > LONGEST_TITLE / 2 ? start.substring(0, blank) : start;
        return words.replaceAll("[\\s,;:.-]+$", "") + "…";
    }

    /** Returns a text on one line, without signs that nobody sees. */
    static String oneLine(String written) {
        return clean(written).replaceAll("\\s+", " ").strip();
    }

    /** Takes out what nobody sees and what turns text around, and whom Slack would have called. */
    private static String clean(String written) {
        var text = new StringBuilder();
        MENTION.matcher(written.replace("\r\n", "\n"))
                .replaceAll("somebody")
                .codePoints()
                .map(sign -> Character.isWhitespace(sign) && sign != '\n' ? ' ' : sign)
                .filter(sign -> sign == '\n' || isSeen(sign))
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isSeen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private void kept(Matcher kept) {
        if (kept.group("block") != null) {
            var code = kept.group("block").replaceAll("^\\s*\n|\\s+$", "");
            paragraph();
            out.append(code.isBlank() ? "" : "```\n" + code + "\n```");
            paragraph();
        } else if (kept.group("span") != null) {
            out.append(kept.group("span").isBlank() ? " " : "`" + kept.group("span") + "`");
        } else {
            out.append('<').append(kept.group("url")).append('>');
        }
    }

    private void plain(String text) {
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign == '\n') {
                paragraph();
            } else if (!isLineStart()) {
                sign(text, at);
            } else if (sign != ' ') {
                at += begin(text, at);
            }
        }
    }

    /** Begins a paragraph, unless one has just begun. */
    private void paragraph() {
        while (!out.isEmpty() && !(out.length() > 1 && out.charAt(out.length() - 2) == '\n' && isLineStart())) {
            out.append('\n');
        }
    }

    private boolean isLineStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }

    /** Writes what begins a line, and returns how many signs more than one it took. */
    private int begin(String text, int at) {
        var number = LIST_NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            out.append(number.group(1)).append('\\').append(number.group(2));
            return number.end() - at - 1;
        }
        if (AT_LINE_START.indexOf(text.charAt(at)) >= 0) {
            out.append('\\');
            out.append(text.charAt(at));
        } else {
            sign(text, at);
        }
        return 0;
    }

    private void sign(String text, int at) {
        var sign = text.charAt(at);
        if (ANYWHERE.indexOf(sign) >= 0
                || (sign == '_' && !isInside(text, at))
                || (sign == '&' && isEntity(text, at))) {
            out.append('\\');
        }
        out.append(sign);
    }

    /** Says whether letters stand on both sides, where an underscore is only one. */
    private static boolean isInside(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean isEntity(String text, int at) {
        return at + 1 < text.length() && (text.charAt(at + 1) == '#' || Character.isLetterOrDigit(text.charAt(at + 1)));
    }
}

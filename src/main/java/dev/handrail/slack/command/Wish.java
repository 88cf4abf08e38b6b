package dev.handrail.slack.command;

import com.google.re2j.Pattern;
import dev.handrail.incident.Person;

/**
 * What somebody wrote to Handrail.
 *
 * @param words without the name of the subcommand, and as they were typed: nothing in them is markup
 */
public record Wish(Person by, String words) {
    private static final Pattern MENTION = Pattern.compile("<@[A-Z0-9]+(\\|[^>]*)?>");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"(.*)");
    private static final Pattern WORD = Pattern.compile("(\\S+)(.*)");

    /** @param text as Slack sends it: escaped, and with the quotes that keyboards make */
    public static Wish of(Person by, String text) {
        return new Wish(by, typed(text));
    }

    /** Returns the first word of what somebody wrote, whoever it was. */
    static String firstOf(String text) {
        return part(typed(text), 1);
    }

    private static String typed(String text) {
        return MENTION.matcher(text)
                .replaceAll("")
                .replaceAll("[\u201c\u201d\u201e]", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Returns the first word, or what stands in quotes first; empty where nothing was written. */
    String first() {
        return part(words, 1);
    }

    /** Returns this wish without its first word. */
    Wish rest() {
        return new Wish(by, part(words, 2));
    }

    /** Returns the words without quotes around all of them. */
    String sentence() {
        var quoted = QUOTED.matcher(words);
        return quoted.matches() && quoted.group(2).isBlank() ? quoted.group(1).strip() : words;
    }

    private static String part(String words, int number) {
        var quoted = QUOTED.matcher(words);
        var word = WORD.matcher(words);
        if (quoted.matches()) {
            return quoted.group(number).strip();
        }
        return word.matches() ? word.group(number).strip() : "";
    }
}

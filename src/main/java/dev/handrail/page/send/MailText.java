package dev.handrail.page.send;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A letter as a mail says it: as text, and as HTML in which nothing that strangers wrote is more than text. */
final class MailText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(Locale.UK);

    private static final String WALK = "Walk it in the browser once you have it, also while Slack is down";

    private MailText() {}

    static String plain(Letter letter) {
        var take = letter.take()
                .map(link -> "\n%s: %s\n".formatted(button(letter), link))
                .orElse("");
        var incident = isTest(letter)
                ? ""
                : "\n%s: %s\nThe incident: %s\n"
                        .formatted(WALK, letter.about().walk(), letter.about().link());
        return lines(letter).collect(Collectors.joining("\n")) + "\n" + take + incident;
    }

    static String html(Letter letter) {
        var take = letter.take()
                .map(link -> "<p><a href=\"" + escaped(link)
                        + "\" style=\"display:inline-block;padding:12px 20px;background:#0b5;color:#fff;"
                        + "text-decoration:none;border-radius:6px\">" + escaped(button(letter)) + "</a></p>\n")
                .orElse("");
        var incident = isTest(letter)
                ? ""
                : linked(letter.about().walk(), WALK) + linked(letter.about().link(), "The incident");
        return "<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\">\n"
                + lines(letter).map(line -> "<p>" + escaped(line) + "</p>\n").collect(Collectors.joining())
                + take + incident + "</body></html>\n";
    }

    private static String linked(String address, String words) {
        return "<p><a href=\"" + escaped(address) + "\">" + escaped(words) + "</a></p>\n";
    }

    private static String button(Letter letter) {
        return isTest(letter) ? "It reached me" : "I've got it";
    }

    private static boolean isTest(Letter letter) {
        return letter.kind() == Letter.Kind.TEST;
    }

    private static Stream<String> lines(Letter letter) {
        if (isTest(letter)) {
            return Stream.of(
                    letter.whom() + ", this is a test page: nothing is wrong.",
                    "A real one comes the same way. Why now: " + letter.why() + ".");
        }
        var about = letter.about();
        var flow = about.flow().isEmpty() ? "" : " · " + about.flow();
        var opened = TIME.format(about.openedAt().atZone(letter.zone())) + " " + letter.zone();
        return Stream.of(
                letter.whom() + ", this needs you.",
                letter.headline(),
                "Why: " + letter.why(),
                "Owner: " + about.owner() + flow + " · open since " + opened);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

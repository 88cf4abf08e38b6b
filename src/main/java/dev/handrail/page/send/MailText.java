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

    private MailText() {}

    static String plain(Letter letter) {
        var take = letter.take().map(link -> "\nI've got it: " + link + "\n").orElse("");
        return lines(letter).collect(Collectors.joining("\n")) + "\n" + take + "\nThe incident: "
                + letter.about().link() + "\n";
    }

    static String html(Letter letter) {
        var take = letter.take()
                .map(link -> "<p><a href=\"" + escaped(link)
                        + "\" style=\"display:inline-block;padding:12px 20px;background:#0b5;color:#fff;"
                        + "text-decoration:none;border-radius:6px\">I've got it</a></p>\n")
                .orElse("");
        return "<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\">\n"
                + lines(letter).map(line -> "<p>" + escaped(line) + "</p>\n").collect(Collectors.joining())
                + take + "<p><a href=\"" + escaped(letter.about().link()) + "\">The incident</a></p>\n</body></html>\n";
    }

    private static Stream<String> lines(Letter letter) {
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

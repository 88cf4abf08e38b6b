package dev.handrail.cli.source;

import dev.handrail.alert.Alert;
import dev.handrail.intake.translate.Request;
import dev.handrail.intake.translate.Translated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a payload, for people. */
final class TranslatedText {
    private static final int LONGEST = 160;

    private TranslatedText() {}

    static String of(Translated translated) {
        var lines = new ArrayList<String>();
        translated.alerts().forEach(alert -> lines.addAll(lines(alert)));
        translated.passedOver().forEach(why -> lines.add("no alert: " + shown(why)));
        translated.problems().forEach(problem -> lines.add("problem: " + shown(problem)));
        translated.request().ifPresent(request -> lines.add(request(request)));
        return lines.isEmpty() ? "nothing: no alert in it, and no problem" : String.join("\n", lines);
    }

    private static List<String> lines(Alert alert) {
        var lines = new ArrayList<String>();
        lines.add("%s %s".formatted(alert.status(), shown(alert.name().orElse("(without a name)"))));
        lines.add("  fingerprint %s".formatted(alert.fingerprint().value()));
        lines.add("  group       %s".formatted(shown(alert.groupKey())));
        lines.add("  started     %s%s"
                .formatted(
                        alert.startsAt(),
                        alert.endsAt().map(end -> ", ended " + end).orElse("")));
        addAll(lines, "labels", alert.labels());
        addAll(lines, "annotations", alert.annotations());
        return lines;
    }

    private static void addAll(List<String> lines, String title, Map<String, String> texts) {
        lines.add("  " + title);
        new TreeMap<>(texts).forEach((name, value) -> lines.add("    %s: %s".formatted(shown(name), shown(value))));
    }

    private static String request(Request request) {
        return switch (request) {
            case Request.Answer answer -> "answers " + shown(answer.body());
            case Request.Confirmation confirmation -> "asks to be confirmed at " + shown(confirmation.address());
        };
    }

    /** One line, without what a terminal would obey. */
    private static String shown(String text) {
        var line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}

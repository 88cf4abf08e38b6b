package dev.handrail.cli.match;

import dev.handrail.alert.Alert;
import dev.handrail.match.Match;
import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers for people. */
public final class AnswerText {
    private AnswerText() {}

    /** Returns all about one alert. */
    public static String of(Answer answer) {
        var lines = new ArrayList<String>();
        lines.add(title(answer.question().alert()));
        lines.add("  " + decision(answer));
        lines.add("  because " + because(answer));
        answer.candidates().stream()
                .filter(candidate -> !(answer.match() instanceof Match.Matched))
                .forEach(candidate ->
                        lines.add("  %.2f  %s".formatted(candidate.confidence(), candidate(answer, candidate))));
        answer.misses()
                .forEach(miss ->
                        lines.add("  not %s: %s".formatted(miss.runbook().path(), miss.whyNot())));
        if (!answer.isAsExpected()) {
            lines.add("  expected " + expected(answer.question().expected()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** Returns the alerts that came out otherwise than expected, and totals. */
    public static String of(String file, List<Answer> answers) {
        var lines = new ArrayList<String>();
        for (var answer : answers) {
            if (!answer.isAsExpected()) {
                lines.add("%s:%d: %s: expected %s, got %s"
                        .formatted(
                                file,
                                answer.question().line(),
                                title(answer.question().alert()),
                                expected(answer.question().expected()),
                                decision(answer)));
                lines.add("    " + because(answer));
                answer.misses()
                        .forEach(miss -> lines.add(
                                "    not %s: %s".formatted(miss.runbook().path(), miss.whyNot())));
            }
        }
        lines.add(totals(Totals.of(answers)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String totals(Totals totals) {
        var decisions = totals.decisions().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return "%d %s: %s. %d %s, %d missed."
                .formatted(
                        totals.alerts(),
                        totals.alerts() == 1 ? "alert" : "alerts",
                        decisions,
                        totals.expectations(),
                        totals.expectations() == 1 ? "expectation" : "expectations",
                        totals.missed());
    }

    private static String title(Alert alert) {
        var labels = new TreeMap<>(alert.labels());
        labels.remove(Alert.NAME_LABEL);
        return alert.name().orElse("(no name)")
                + labels.entrySet().stream()
                        .map(AnswerText::label)
                        .collect(Collectors.joining(", ", labels.isEmpty() ? "" : " {", labels.isEmpty() ? "" : "}"));
    }

    private static String label(Map.Entry<String, String> label) {
        return "%s=\"%s\"".formatted(label.getKey(), label.getValue());
    }

    private static String decision(Answer answer) {
        return switch (answer.match()) {
            case Match.Matched matched -> "matched " + matched.runbook().path();
            case Match.Ambiguous several -> "ambiguous: " + paths(several.candidates()) + "; a person chooses";
            case Match.Suggested suggested ->
                "suggested: "
                        + suggested.suggestions().getFirst().runbook().path()
                        + "; a person chooses, and the flow's owner is told";
            case Match.Unknown _ -> "unknown; the flow's owner is told";
        };
    }

    private static String because(Answer answer) {
        return answer.match().why();
    }

    private static String paths(List<Runbook> runbooks) {
        return runbooks.stream().map(Runbook::path).collect(Collectors.joining(", "));
    }

    private static String candidate(Answer answer, Candidate candidate) {
        return answer.match() instanceof Match.Ambiguous
                ? candidate.runbook()
                : candidate.runbook() + ": " + candidate.why();
    }

    private static String expected(Expected expected) {
        return switch (expected) {
            case Expected.Anything _ -> "anything";
            case Expected.NoRunbook _ -> "no runbook";
            case Expected.Runbook wanted -> wanted.path();
        };
    }
}

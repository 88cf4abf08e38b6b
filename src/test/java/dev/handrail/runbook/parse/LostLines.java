package dev.handrail.runbook.parse;

import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of a file that its runbook shows nowhere. */
final class LostLines {
    private LostLines() {}

    /** Headings, rules, front matter and the marks that lists and quotes begin with may go; words may not. */
    static List<String> of(String text, Runbook runbook) {
        var shown = shown(runbook);
        var body = text.startsWith("---\n") ? text.substring(text.indexOf("\n---", 3) + 4) : text;
        return body.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("# ") && !line.startsWith("## "))
                .map(LostLines::bare)
                .filter(line -> !line.isEmpty() && !shown.contains(line))
                .toList();
    }

    private static String shown(Runbook runbook) {
        var sections = runbook.sections();
        var context = Stream.of(
                runbook.title(),
                sections.meaning(),
                sections.impact(),
                sections.causes(),
                sections.escalation(),
                sections.references());
        var steps = runbook.walk().steps().stream().flatMap(LostLines::shown);
        return Stream.concat(context, steps).map(LostLines::bare).collect(Collectors.joining("\n"));
    }

    private static Stream<String> shown(Step step) {
        return Stream.of(step.title(), step.text());
    }

    private static String bare(String line) {
        return line.lines()
                .map(each -> each.replaceAll("[\\s>#*+-]+|[0-9]+[.)]", ""))
                .collect(Collectors.joining("\n"));
    }
}

package dev.handrail.match.text;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.runbook.Runbook;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A runbook as terms.
 *
 * @param name what it and its alerts are called
 * @param context what is happening, and why
 * @param body what to do
 */
record Page(Runbook runbook, Set<String> name, Set<String> context, Set<String> body) {
    static Page of(Runbook runbook, Lexicon lexicon) {
        var sections = runbook.sections();
        return new Page(
                runbook,
                terms(lexicon, stem(runbook.path()) + " " + runbook.title() + " " + alerts(runbook)),
                terms(lexicon, sections.meaning() + "\n" + sections.causes()),
                terms(
                        lexicon,
                        sections.impact() + "\n"
                                + runbook.walk().steps().stream()
                                        .map(step -> step.title() + "\n" + step.text())
                                        .collect(Collectors.joining("\n"))));
    }

    private static String alerts(Runbook runbook) {
        return runbook.match().stream()
                .flatMap(rule -> rule.matchers().stream())
                .filter(matcher -> matcher.isPositive() && matcher.label().equals(Alert.NAME_LABEL))
                .map(LabelMatcher::value)
                .collect(Collectors.joining(" "));
    }

    private static String stem(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('#')) + 1);
        return name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
    }

    private static Set<String> terms(Lexicon lexicon, String text) {
        return new LinkedHashSet<>(lexicon.terms(text));
    }
}

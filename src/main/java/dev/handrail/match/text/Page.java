package dev.handrail.match.text;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.runbook.Runbook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A runbook as terms.
 *
 * @param names what the file, its title and each of its alerts say
 * @param name all of those together
 * @param context what is happening, and why
 * @param body what to do
 */
record Page(List<Set<String>> names, Set<String> name, Set<String> context, Set<String> body) {
    static Page of(Runbook runbook, Lexicon lexicon) {
        var sections = runbook.sections();
        var names = Stream.concat(Stream.of(stem(runbook.path()), runbook.title()), alerts(runbook))
                .map(text -> terms(lexicon, text))
                .distinct()
                .toList();
        return new Page(
                names,
                names.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new)),
                terms(lexicon, sections.meaning() + "\n" + sections.causes()),
                terms(lexicon, sections.impact() + "\n" + steps(runbook)));
    }

    private static Stream<String> alerts(Runbook runbook) {
        return runbook.match().stream()
                .flatMap(rule -> rule.matchers().stream())
                .filter(matcher -> matcher.isPositive() && matcher.label().equals(Alert.NAME_LABEL))
                .map(LabelMatcher::value);
    }

    private static String steps(Runbook runbook) {
        return runbook.walk().steps().stream()
                .map(step -> step.title() + "\n" + step.text())
                .collect(Collectors.joining("\n"));
    }

    private static String stem(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('#')) + 1);
        return name.endsWith(".md") ? name.substring(0, name.length() - ".md".length()) : name;
    }

    private static Set<String> terms(Lexicon lexicon, String text) {
        return new LinkedHashSet<>(lexicon.terms(text).keySet());
    }
}

package dev.handrail.match.text;

import dev.handrail.alert.Alert;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An alert as terms.
 *
 * @param name of its name, else of its summary: not every sender gives its conditions names
 * @param text of what it says
 * @param all of both, each with the words that first say it
 */
record Query(Set<String> name, Set<String> text, SequencedMap<String, String> all) {
    private static final List<String> SUMMARY = List.of("summary", "title");
    private static final List<String> TEXT = List.of("summary", "title", "description", "message");
    /** What an alert says first is what it is about; a stack trace may follow. */
    private static final int LONGEST = 4000;

    static Query of(Alert alert, Lexicon lexicon) {
        var text = lexicon.terms(joined(alert, TEXT));
        var called = lexicon.terms(alert.name().orElse(""));
        var name = called.isEmpty() ? instead(alert, text, lexicon) : called;
        var all = new LinkedHashMap<>(name);
        text.forEach(all::putIfAbsent);
        return new Query(name.keySet(), text.keySet(), all);
    }

    private static SequencedMap<String, String> instead(
            Alert alert, SequencedMap<String, String> text, Lexicon lexicon) {
        var summary = lexicon.terms(joined(alert, SUMMARY));
        return summary.isEmpty() ? text : summary;
    }

    private static String joined(Alert alert, List<String> annotations) {
        var text = annotations.stream()
                .flatMap(key -> alert.annotation(key).stream())
                .collect(Collectors.joining("\n"));
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}

package dev.handrail.match.text;

import dev.handrail.alert.Alert;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An alert as terms: of its name, and of what it says. */
record Query(Set<String> name, Set<String> text) {
    private static final List<String> ANNOTATIONS = List.of("summary", "title", "description", "message");

    static Query of(Alert alert, Lexicon lexicon) {
        var text = ANNOTATIONS.stream()
                .flatMap(key -> alert.annotation(key).stream())
                .collect(Collectors.joining("\n"));
        return new Query(
                new LinkedHashSet<>(lexicon.terms(alert.name().orElse(""))), new LinkedHashSet<>(lexicon.terms(text)));
    }

    Set<String> all() {
        var all = new LinkedHashSet<>(name);
        all.addAll(text);
        return all;
    }
}

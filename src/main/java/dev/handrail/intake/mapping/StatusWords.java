package dev.handrail.intake.mapping;

import dev.handrail.alert.Alert;
import dev.handrail.intake.expression.Expression;
import dev.handrail.intake.translate.UntranslatableException;
import dev.handrail.intake.translate.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a sender's words for states mean.
 *
 * @param of where the word stands; empty if every alert has the same status
 * @param words in lower case
 * @param otherwise what any other word means; empty if it is a problem
 */
record StatusWords(Optional<Expression> of, Map<String, Meaning> words, Optional<Meaning> otherwise) {
    /** What a word means. */
    enum Meaning {
        FIRING,
        RESOLVED,

        /** Neither begins nor ends anything: acknowledged, escalated, annotated. */
        SKIPPED
    }

    StatusWords {
        words = Map.copyOf(words);
    }

    static StatusWords always(Meaning meaning) {
        return new StatusWords(Optional.empty(), Map.of(), Optional.of(meaning));
    }

    /** Returns the status; empty for a word that is no news of an alert. */
    Optional<Alert.Status> status(String word) throws UntranslatableException {
        var meaning = Optional.ofNullable(words.get(word.strip().toLowerCase(Locale.ROOT)))
                .or(() -> otherwise);
        return switch (meaning.orElseThrow(() -> unknown(word))) {
            case FIRING -> Optional.of(Alert.Status.FIRING);
            case RESOLVED -> Optional.of(Alert.Status.RESOLVED);
            case SKIPPED -> Optional.empty();
        };
    }

    private UntranslatableException unknown(String word) {
        var found = word.isBlank() ? "nothing" : "'" + Wording.bounded(word, 40) + "'";
        var known = new TreeSet<>(words.keySet()).stream().collect(Collectors.joining(", "));
        return new UntranslatableException("found %s, wanted one of %s".formatted(found, known));
    }
}

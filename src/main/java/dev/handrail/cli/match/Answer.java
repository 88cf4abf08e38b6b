package dev.handrail.cli.match;

import dev.handrail.match.Match;
import dev.handrail.match.NearMiss;
import dev.handrail.match.Rungs;
import dev.handrail.match.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the library makes of a question.
 *
 * @param nearest runbooks whose text is like the alert's, best first, shown whatever the decision is
 */
public record Answer(Question question, Match match, List<Suggestion> nearest, List<NearMiss> misses, Rungs rungs) {
    private static final int MOST = 3;

    public Answer {
        nearest = List.copyOf(nearest);
        misses = List.copyOf(misses);
    }

    /** Returns the one word for it. */
    public String decision() {
        return switch (match) {
            case Match.Matched _ -> "matched";
            case Match.Ambiguous _ -> "ambiguous";
            case Match.Suggested _ -> "suggested";
            case Match.Unknown _ -> "unknown";
        };
    }

    /** Returns the path of the runbook that would be walked. */
    public Optional<String> runbook() {
        return match instanceof Match.Matched matched
                ? Optional.of(matched.runbook().path())
                : Optional.empty();
    }

    /** Returns at most three, best first: what is certain, then what reads alike. */
    public List<Candidate> candidates() {
        var certain = certain();
        var alike = nearest.stream()
                .map(suggestion ->
                        new Candidate(suggestion.runbook().path(), suggestion.confidence(), suggestion.why()))
                .filter(candidate ->
                        certain.stream().noneMatch(known -> known.runbook().equals(candidate.runbook())));
        return Stream.concat(certain.stream(), alike).limit(MOST).toList();
    }

    private List<Candidate> certain() {
        return switch (match) {
            case Match.Matched matched ->
                List.of(new Candidate(matched.runbook().path(), 1, matched.why()));
            case Match.Ambiguous several ->
                several.candidates().stream()
                        .map(runbook -> new Candidate(
                                runbook.path(), 1.0 / several.candidates().size(), several.why()))
                        .toList();
            case Match.Suggested _, Match.Unknown _ -> List.of();
        };
    }

    /**
     * Says whether this is what the test's author expects. A suggestion is no match, so it neither meets the expectation of a runbook
     * nor fails that of none; only without names, when suggestions are what is measured, the first of them counts.
     */
    public boolean isAsExpected() {
        return switch (question.expected()) {
            case Expected.Anything _ -> true;
            case Expected.NoRunbook _ -> got().isEmpty() && !(match instanceof Match.Ambiguous);
            case Expected.Runbook wanted -> got().equals(Optional.of(wanted.path()));
        };
    }

    private Optional<String> got() {
        return rungs == Rungs.WITHOUT_NAMES && match instanceof Match.Suggested suggested
                ? Optional.of(suggested.suggestions().getFirst().runbook().path())
                : runbook();
    }
}

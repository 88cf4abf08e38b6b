package dev.handrail.run;

import dev.handrail.match.Match;
import dev.handrail.match.text.Suggestion;
import dev.handrail.runbook.Runbook;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A runbook that may be for an unknown failure, offered to people as it was when the run began. Nobody is walked through it until
 * a person picks it.
 *
 * @param runbook its id
 * @param why what speaks for it, on one line
 */
public record Candidate(String runbook, String path, String title, String why) {
    /** More are not read by somebody who has just been woken. */
    public static final int MOST = 3;

    /** Returns those of an answer that is not certain, the likeliest first. */
    public static List<Candidate> of(Match match) {
        return switch (match) {
            case Match.Suggested suggested ->
                suggested.suggestions().stream().limit(MOST).map(Candidate::of).toList();
            case Match.Ambiguous several ->
                IntStream.range(0, Math.min(MOST, several.candidates().size()))
                        .mapToObj(at -> of(
                                several.candidates().get(at), several.reasons().get(at)))
                        .toList();
            case Match.Matched _, Match.Unknown _ -> List.of();
        };
    }

    private static Candidate of(Suggestion suggestion) {
        return of(
                suggestion.runbook(),
                "%s (%d %% sure)".formatted(suggestion.why(), Math.round(100 * suggestion.confidence())));
    }

    private static Candidate of(Runbook runbook, String why) {
        return new Candidate(runbook.id(), runbook.path(), runbook.title(), why);
    }
}

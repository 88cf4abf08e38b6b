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

    private static final double SUREST = 0.999;

    /** Returns those of an answer that is not certain, the likeliest first. */
    public static List<Candidate> of(Match match) {
        return switch (match) {
            case Match.Suggested suggested -> of(suggested.suggestions());
            case Match.Ambiguous several ->
                IntStream.range(0, Math.min(MOST, several.candidates().size()))
                        .mapToObj(at -> of(
                                several.candidates().get(at), several.reasons().get(at)))
                        .toList();
            case Match.Matched _, Match.Unknown _ -> List.of();
        };
    }

    /**
     * At most one of them is the right one, and perhaps none: how sure each is by itself is weighed against the others. On two
     * collections of alerts this came nearer to what was true than each by itself.
     */
    private static List<Candidate> of(List<Suggestion> suggestions) {
        var all = 1 + suggestions.stream().mapToDouble(Candidate::odds).sum();
        return suggestions.stream()
                .limit(MOST)
                .map(one ->
                        of(one.runbook(), "%s (%d %% sure)".formatted(one.why(), Math.round(100 * odds(one) / all))))
                .toList();
    }

    private static double odds(Suggestion suggestion) {
        var sure = Math.min(suggestion.confidence(), SUREST);
        return sure / (1 - sure);
    }

    private static Candidate of(Runbook runbook, String why) {
        return new Candidate(runbook.id(), runbook.path(), runbook.title(), why);
    }
}

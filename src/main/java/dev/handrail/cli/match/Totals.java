package dev.handrail.cli.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a test went.
 *
 * @param decisions how often each was taken
 * @param expectations how many alerts say what they expect
 */
public record Totals(int alerts, Map<String, Integer> decisions, int expectations, int missed) {
    private static final List<String> DECISIONS = List.of("matched", "ambiguous", "suggested", "unknown");

    public static Totals of(List<Answer> answers) {
        var decisions = new LinkedHashMap<String, Integer>();
        DECISIONS.forEach(decision -> decisions.put(decision, 0));
        answers.forEach(answer -> decisions.merge(answer.decision(), 1, Integer::sum));
        return new Totals(
                answers.size(),
                decisions,
                (int) answers.stream()
                        .filter(answer -> !(answer.question().expected() instanceof Expected.Anything))
                        .count(),
                (int) answers.stream().filter(answer -> !answer.isAsExpected()).count());
    }
}

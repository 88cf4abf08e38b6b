package dev.handrail.match.rule;

import dev.handrail.runbook.MatchRule;
import java.util.Comparator;

/** How narrowly a match rule picks alerts: by its equalities, then by its regular expressions. What only excludes counts nothing. */
public record Precision(int equalities, int regexes) implements Comparable<Precision> {
    private static final Comparator<Precision> ORDER =
            Comparator.comparingInt(Precision::equalities).thenComparingInt(Precision::regexes);

    public static Precision of(MatchRule rule) {
        return new Precision(rule.equalities(), rule.regexes());
    }

    @Override
    public int compareTo(Precision other) {
        return ORDER.compare(this, other);
    }
}

package dev.handrail.match.text;

import dev.handrail.runbook.Runbook;

/**
 * A runbook whose text is like an alert's.
 *
 * @param confidence how sure it is that the runbook is for the alert, from 0 to 1
 * @param why which words speak for it
 */
public record Suggestion(Runbook runbook, double confidence, String why) {
    /** One in five: a glance at a runbook that is not it costs less than not to be shown the one that is. */
    private static final double LEAST = 0.2;

    public boolean isWorthShowing() {
        return confidence >= LEAST;
    }

    /** Returns the suggestion for people: {@code orders/stuck.md (0.84: it speaks of "export", "stalled")}. */
    @Override
    public String toString() {
        return "%s (%.2f: %s)".formatted(runbook.path(), confidence, why);
    }
}

package dev.handrail.run.fact;

import dev.handrail.incident.IncidentId;

/**
 * Alerts that went from one incident to another.
 *
 * @param other where they came from, or went to
 * @param digest over their keys, so that the chain covers them
 */
public record Moved(IncidentId other, int alerts, String digest) {
    /** Returns the same, as the other incident says it. */
    public Moved seenFrom(IncidentId one) {
        return new Moved(one, alerts, digest);
    }

    /** Returns {@code 1 alert} or {@code 3 alerts}. */
    public static String count(int alerts) {
        return alerts == 1 ? "1 alert" : alerts + " alerts";
    }
}

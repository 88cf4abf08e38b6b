package dev.handrail.cli;

import dev.handrail.incident.IncidentId;

/** Recomputes every hash of every timeline. */
@FunctionalInterface
public interface ChainCheck {
    Report check();

    /** What came of it. */
    sealed interface Report {
        /** Every chain is as it was written. */
        record Whole(long incidents, long entries) implements Report {}

        /**
         * A chain was changed.
         *
         * @param position of its first entry that is not as it was written
         */
        record Broken(IncidentId incident, long position, String found, String wanted) implements Report {}
    }
}

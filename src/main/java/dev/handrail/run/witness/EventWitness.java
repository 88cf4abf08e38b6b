package dev.handrail.run.witness;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Happened;
import dev.handrail.run.RunState;
import java.util.List;

/**
 * Told of events in the transaction that stores them: what it stores of them is stored with them, or not at all. For what is
 * owed to the outside and must not be lost. Must be quick, and never throws for what the events say.
 */
public interface EventWitness {
    void recorded(Recorded change);

    /**
     * What one transaction did to one run.
     *
     * @param happened in order, never empty
     */
    record Recorded(IncidentId id, List<Happened> happened, RunState before, RunState after) {
        public Recorded {
            happened = List.copyOf(happened);
        }
    }
}

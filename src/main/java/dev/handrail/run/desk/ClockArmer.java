package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import java.time.Instant;
import java.util.List;

/** Arms incidents' clocks, in the caller's transaction. */
interface ClockArmer {
    /** @param head where the incident's timeline ends */
    record Deadline(IncidentId id, long head, Instant at) {}

    /** Arms the clocks of runs that have just moved on to these heads: none can have been armed there before. */
    void arm(List<Deadline> deadlines);

    /** Arms a clock, unless it is armed. */
    void armAnew(Deadline deadline);
}

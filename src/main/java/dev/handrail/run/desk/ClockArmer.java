package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import java.time.Instant;

/** Arms an incident's clock, in the caller's transaction. */
interface ClockArmer {
    /** @param head where the incident's timeline ends */
    void arm(IncidentId id, long head, Instant at);
}

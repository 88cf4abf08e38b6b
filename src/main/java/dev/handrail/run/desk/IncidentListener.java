package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;

/** Told, after the commit and in this process only, that an incident has changed. Must return at once. */
public interface IncidentListener {
    void changed(IncidentId id);
}

package dev.handrail.run.past;

import dev.handrail.incident.IncidentId;
import java.util.Map;

/**
 * An incident as far as others may be like it.
 *
 * @param labels those that are equal in all its alerts, as are {@code annotations}
 */
record Past(IncidentId id, String title, Map<String, String> labels, Map<String, String> annotations) {
    Past {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}

package dev.handrail.run;

import dev.handrail.incident.Incident;
import dev.handrail.incident.alerts.AlertSummary;
import java.util.List;

/**
 * Everything that people are shown of an incident, read at one moment.
 *
 * @param timeline oldest first, never empty
 */
public record IncidentView(Incident incident, Plan plan, RunState state, AlertSummary alerts, List<Happened> timeline) {
    public IncidentView {
        timeline = List.copyOf(timeline);
    }

    /** Says whether it is a run on a made-up alert: marked wherever it is shown, and counted nowhere. */
    public boolean isDrill() {
        return timeline.getFirst().event() instanceof RunEvent.Opened opened && opened.drill();
    }

    /** Returns the position of the last event: what a rendering of this view is up to date with. */
    public long position() {
        return timeline.getLast().position();
    }
}

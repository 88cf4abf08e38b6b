package dev.handrail.run.reception;

import dev.handrail.incident.IncidentId;
import java.util.List;
import java.util.Optional;

/** What became of a delivery, once it is stored. */
public record Receipt(List<Placed> alerts, Optional<String> problem) {
    public Receipt {
        alerts = List.copyOf(alerts);
    }

    /**
     * @param incident empty for an alert that starts nothing
     * @param why what was decided, for people
     */
    public record Placed(String alert, Optional<IncidentId> incident, String why) {}
}

package dev.handrail.run.reception;

import dev.handrail.incident.IncidentId;
import java.util.Optional;

/**
 * What was decided for one alert.
 *
 * @param incident empty when it starts nothing
 * @param why for people
 * @param isNew whether the incident did not hold it before
 * @param changed whether it says anything that the incident did not know
 * @param reopens why the incident is reopened, if it is
 */
record Placement(
        String fingerprint,
        Optional<IncidentId> incident,
        String why,
        boolean isNew,
        boolean changed,
        Optional<String> reopens) {

    Placement because(String reason) {
        return new Placement(fingerprint, incident, reason, isNew, changed, reopens);
    }
}

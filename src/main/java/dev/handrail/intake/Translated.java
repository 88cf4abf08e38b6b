package dev.handrail.intake;

import dev.handrail.alert.Alert;
import java.util.List;

/**
 * What a translation made of a body.
 *
 * @param problems what could not be translated, each naming its path in the JSON; empty when all of it was
 */
record Translated(List<Alert> alerts, List<String> problems) {
    Translated {
        alerts = List.copyOf(alerts);
        problems = List.copyOf(problems);
    }
}

package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import java.util.List;
import java.util.Optional;

/**
 * One delivery by a sender, translated.
 *
 * @param body what was sent, redacted
 * @param alerts those that could be translated, in the sender's order
 * @param problem why it, or some of it, could not be; empty when all of it was
 */
public record Incoming(String source, String body, List<Alert> alerts, Optional<String> problem) {
    public Incoming {
        alerts = List.copyOf(alerts);
    }
}

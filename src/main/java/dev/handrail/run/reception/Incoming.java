package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One delivery by a sender, translated.
 *
 * @param body what was sent, redacted
 * @param alerts those that could be translated, in the sender's order
 * @param problem why it, or some of it, could not be; empty when all of it was
 * @param headers those that its translation reads, by name in lower case
 * @param receivedAt the time that stands in for the start of an alert that names none; now, if empty
 * @param shadow whether nobody is to be told of what it opens
 */
public record Incoming(
        String source,
        String body,
        List<Alert> alerts,
        Optional<String> problem,
        Map<String, String> headers,
        Optional<Instant> receivedAt,
        boolean shadow) {
    /** Characters of a body that weigh as much as an alert: bodies wait in memory too. */
    private static final int LENGTH_OF_AN_ALERT = 2_000;

    public Incoming {
        alerts = List.copyOf(alerts);
        headers = Map.copyOf(headers);
    }

    /** One that has no headers, and is received now. */
    public Incoming(String source, String body, List<Alert> alerts, Optional<String> problem) {
        this(source, body, alerts, problem, Map.of(), Optional.empty(), false);
    }

    /** Returns how much it is to carry while it waits, in alerts. */
    public int weight() {
        return 1 + alerts.size() + body.length() / LENGTH_OF_AN_ALERT;
    }
}

package dev.handrail.incident.alerts;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Sha256;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An alert as its source last reported it, and what was decided then.
 *
 * @param id 0 until it is stored
 * @param incident empty for one that has started nothing
 * @param item the affected object, by its runbook's business key; empty where there is none
 * @param report the last that said anything new
 * @param heldUntil when to decide again about one that is held; empty for any other
 */
public record KeptAlert(
        long id,
        Optional<IncidentId> incident,
        Alert alert,
        Optional<String> item,
        Report report,
        Optional<Instant> heldUntil) {
    /**
     * A report, as it came in.
     *
     * @param payload the number of the payload that it came in
     * @param at when, by our clock
     * @param why what was decided, for people
     */
    public record Report(long payload, Instant at, String why) {}

    /** Returns the identity that alerts are compared by: two senders may use one fingerprint for different things. */
    public static String key(Alert alert) {
        return alert.source() + ":" + alert.fingerprint().value();
    }

    public String key() {
        return key(alert);
    }

    public boolean isFiring() {
        return alert.isFiring();
    }

    /** Returns a digest over the keys of alerts. */
    public static String digest(Collection<KeptAlert> alerts) {
        return Sha256.of(alerts.stream().map(KeptAlert::key).collect(Collectors.joining("\n")));
    }

    /** Returns the same alert, held no more and where it is. */
    public KeptAlert released() {
        return new KeptAlert(id, incident, alert, item, report, Optional.empty());
    }
}

package dev.handrail.incident;

import dev.handrail.alert.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * One group of alerts being dealt with.
 *
 * @param title the runbook's, or the alert's name where no runbook is known
 * @param flow the flow's name for people; empty where the alerts name none
 * @param channel the Slack channel where it is walked
 * @param why why its runbook matched, or why none did
 * @param closedAt empty while it is open
 */
public record Incident(
        IncidentId id,
        String title,
        Severity severity,
        Optional<String> flow,
        String channel,
        String why,
        Instant openedAt,
        Optional<Instant> closedAt) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}

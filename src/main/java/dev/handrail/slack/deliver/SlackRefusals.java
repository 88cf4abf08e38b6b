package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** What Slack refused for good, for whoever runs Handrail. */
@Singleton
public final class SlackRefusals {
    private final SlotRepository slots;

    SlackRefusals(SlotRepository slots) {
        this.slots = slots;
    }

    /**
     * One refusal.
     *
     * @param slot what of the incident was to be shown, for instance {@code dm/1/U01ANA}
     * @param problem Slack's error, and what was done instead
     */
    public record Refusal(IncidentId incident, String slot, String problem) {}

    public List<Refusal> newest(int limit) {
        return slots.refused(limit).stream().map(SlackRefusals::refusal).toList();
    }

    /** Returns what was refused of one incident, the oldest slot first. */
    public List<Refusal> of(IncidentId incident) {
        return slots.refusedOf(incident.value()).stream()
                .map(SlackRefusals::refusal)
                .toList();
    }

    private static Refusal refusal(SlotRepository.Row row) {
        return new Refusal(
                new IncidentId(row.incidentId()), row.slot(), Objects.requireNonNullElse(row.slackProblem(), ""));
    }
}

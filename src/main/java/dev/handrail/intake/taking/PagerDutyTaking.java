package dev.handrail.intake.taking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.page.take.TakenElsewhere.Acknowledgement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads who acknowledged what out of PagerDuty's webhooks of version 3. */
final class PagerDutyTaking {
    private static final int LONGEST_NAME = 80;

    private PagerDutyTaking() {}

    /** Returns the acknowledgement by a person; empty for all else, as for what a service acknowledged because we said so. */
    static Optional<Acknowledgement> read(JsonNode body) {
        var event = body.path("event");
        var agent = event.path("agent");
        var isTaken = event.path("event_type").asText().equals("incident.acknowledged")
                && agent.path("type").asText().startsWith("user");
        return isTaken
                ? text(event.path("data").path("incident_key")).flatMap(key -> acknowledgement(key, event, agent))
                : Optional.empty();
    }

    private static Optional<Acknowledgement> acknowledgement(String key, JsonNode event, JsonNode agent) {
        return text(agent.path("id"))
                .map(id -> new Acknowledgement(
                        key,
                        "pagerduty:" + id,
                        text(agent.path("summary")).orElse(id),
                        text(agent.path("email")),
                        text(event.path("occurred_at")).flatMap(PagerDutyTaking::time)));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** On one line, and not long: it is shown to people. */
    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(Predicate.not(String::isEmpty))
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME)));
    }
}

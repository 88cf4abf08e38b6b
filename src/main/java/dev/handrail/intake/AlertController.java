package dev.handrail.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.intake.translate.Alertmanager;
import dev.handrail.intake.translate.Sent;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.platform.access.Role;
import dev.handrail.run.reception.AlertDesk;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Receipt;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes alerts from monitoring. */
@Controller("/v1/alerts")
@Secured(Role.ALERT_SENDER)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertController {
    private final AlertDesk desk;
    private final InstantSource clock;

    AlertController(AlertDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * 202 once everything is stored, also what could not be translated: senders retry only 5xx, so a 4xx would lose it. 400
     * only for what is not a JSON object at all.
     */
    @Post("/alertmanager")
    @Consumes(MediaType.ALL)
    HttpResponse<?> alertmanager(@Body byte[] body) {
        JsonNode sent;
        try {
            sent = Json.tree(body);
        } catch (IllegalArgumentException e) {
            return HttpResponse.badRequest(Map.of("error", e.getMessage()));
        }
        if (!sent.isObject()) {
            return HttpResponse.badRequest(
                    Map.of("error", "found %s, wanted a JSON object".formatted(sent.getNodeType())));
        }
        var redacted = Redaction.redact(sent);
        var translated = new Alertmanager().translate(Sent.of(redacted, clock.instant()));
        var receipt = desk.receive(new Incoming(
                Alertmanager.SOURCE,
                Text.storable(redacted.toString()),
                translated.alerts(),
                problem(translated.problems())));
        return HttpResponse.accepted().body(answer(receipt));
    }

    private static Optional<String> problem(List<String> problems) {
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems));
    }

    /** @param quarantined what could not be translated; it is kept and shown to operators */
    record Answer(List<Answered> alerts, List<String> quarantined) {}

    record Answered(String alert, Optional<Long> incident, String why) {}

    private static Answer answer(Receipt receipt) {
        return new Answer(
                receipt.alerts().stream()
                        .map(placed ->
                                new Answered(placed.alert(), placed.incident().map(id -> id.value()), placed.why()))
                        .toList(),
                receipt.problem().map(problem -> problem.lines().toList()).orElse(List.of()));
    }
}

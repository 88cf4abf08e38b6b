package dev.handrail.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.redact.Redaction;
import dev.handrail.intake.translate.Request;
import dev.handrail.intake.translate.Sent;
import dev.handrail.platform.Text;
import dev.handrail.run.reception.Incoming;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was let in, without its secrets, and what its source's translation made of it.
 *
 * @param passedOver what was understood and is no alert, each with the reason
 */
public record Delivery(Incoming incoming, List<String> passedOver, Optional<Request> request) {
    private static final String OWNER = "owner";
    private static final Redaction PLAIN = new Redaction(false);
    private static final Redaction WITHOUT_EMAIL = new Redaction(true);

    public Delivery {
        passedOver = List.copyOf(passedOver);
    }

    /** @param body is changed: its secrets are taken out */
    public static Delivery of(Source source, JsonNode body, Map<String, String> headers, Instant receivedAt) {
        var redacted = (source.keeping().withoutEmail() ? WITHOUT_EMAIL : PLAIN).redact(body);
        var translated = source.translation().translate(new Sent(redacted, headers, receivedAt));
        var incoming = new Incoming(
                source.name(),
                Text.storable(redacted.toString()),
                translated.alerts().stream().map(alert -> own(alert, source)).toList(),
                problem(translated.problems()),
                headers,
                Optional.of(receivedAt),
                source.shadow());
        return new Delivery(incoming, translated.passedOver(), translated.request());
    }

    /** Says whether the sender waits for us to open an address. */
    boolean wantsConfirmation() {
        return request.filter(Request.Confirmation.class::isInstance).isPresent();
    }

    /** Returns the same with one more thing that went wrong. */
    Delivery with(String problem) {
        var problems = incoming.problem().map(known -> known + "\n" + problem).orElse(problem);
        var more = new Incoming(
                incoming.source(),
                incoming.body(),
                incoming.alerts(),
                Optional.of(problems),
                incoming.headers(),
                incoming.receivedAt(),
                incoming.shadow());
        return new Delivery(more, passedOver, request);
    }

    private static Optional<String> problem(List<String> problems) {
        return problems.isEmpty() ? Optional.empty() : Optional.of(Text.storable(String.join("\n", problems)));
    }

    /** Two sources may share a translation, and an alert belongs to the one that it came by. */
    private static Alert own(Alert alert, Source source) {
        var owner = source.watch().owner().filter(_ -> !alert.annotations().containsKey(OWNER));
        if (owner.isEmpty() && alert.source().equals(source.name())) {
            return alert;
        }
        var annotations = new HashMap<>(alert.annotations());
        owner.ifPresent(id -> annotations.put(OWNER, id));
        return new Alert(
                source.name(),
                alert.groupKey(),
                alert.fingerprint(),
                alert.status(),
                alert.labels(),
                annotations,
                alert.startsAt(),
                alert.endsAt());
    }
}

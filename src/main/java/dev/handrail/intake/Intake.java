package dev.handrail.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.redact.Pseudonyms;
import dev.handrail.intake.redact.Redaction;
import dev.handrail.intake.translate.Sent;
import dev.handrail.platform.Text;
import dev.handrail.run.reception.Incoming;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where what was let in is understood: its secrets are taken out, and its source's translation says what the rest means. In this
 * order, so that nothing after it can keep, hash or show a secret, and a replay of what is kept gives the same alerts.
 */
@Singleton
public final class Intake {
    private static final String OWNER = "owner";

    private final Redaction plain;
    private final Redaction withoutEmail;

    Intake(Pseudonyms pseudonyms) {
        plain = new Redaction(false, pseudonyms);
        withoutEmail = new Redaction(true, pseudonyms);
    }

    /** @param body is changed: its secrets are taken out */
    public Understood understand(Source source, JsonNode body, Map<String, String> headers, Instant receivedAt) {
        var redacted = (source.keeping().withoutEmail() ? withoutEmail : plain).redact(body);
        var translated = source.translation().translate(new Sent(redacted, headers, receivedAt));
        var incoming = new Incoming(
                source.name(),
                Text.storable(redacted.toString()),
                translated.alerts().stream().map(alert -> own(alert, source)).toList(),
                problem(translated.problems()),
                headers,
                Optional.of(receivedAt),
                source.shadow());
        return new Understood(incoming, translated.passedOver(), translated.request());
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

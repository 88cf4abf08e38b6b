package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.incident.AlertRepository;
import dev.handrail.incident.Grouping;
import dev.handrail.incident.Grouping.Known;
import dev.handrail.incident.Grouping.Place;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.IncidentRepository;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Json;
import dev.handrail.run.desk.Ledger;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Puts alerts where they belong. Every method joins the caller's transaction. */
@Singleton
final class AlertStore {
    private final PayloadRepository payloads;
    private final AlertRepository alerts;
    private final IncidentRepository incidents;
    private final Opening opening;
    private final Ledger ledger;

    AlertStore(
            PayloadRepository payloads,
            AlertRepository alerts,
            IncidentRepository incidents,
            Opening opening,
            Ledger ledger) {
        this.payloads = payloads;
        this.alerts = alerts;
        this.incidents = incidents;
        this.opening = opening;
        this.ledger = ledger;
    }

    /** Keeps what was sent, and returns its number. */
    long keep(Incoming incoming) {
        var row = payloads.save(new PayloadRepository.Row(
                null,
                incoming.source(),
                ledger.now(),
                incoming.body(),
                incoming.problem().orElse(null)));
        return Objects.requireNonNull(row.id(), "the database numbers payloads");
    }

    /** Returns how many alerts of an incident fire. */
    int firing(IncidentId id) {
        return (int) alerts.of(id.value()).stream()
                .filter(AlertRepository.Row::firing)
                .count();
    }

    /** Places an alert, opens its incident where it is the first, and keeps what it says. */
    Placement place(long payload, Alert alert) {
        var same = alerts.newest(fingerprint(alert));
        var aim = opening.aim(alert);
        var newest = incidents.newestOf(aim.groupKey()).flatMap(row -> ledger.candidate(id(row)));
        var known = same.flatMap(row -> ledger.candidate(new IncidentId(row.incidentId()))
                .map(incident -> new Known(incident, row.firing(), row.startsAt())));
        return switch (Grouping.place(stored(alert), known, newest, ledger.now())) {
            case Place.Joins joins -> keep(payload, alert, joins.id(), Optional.empty());
            case Place.Reopens reopens -> keep(payload, alert, reopens.id(), Optional.of(reopens.why()));
            case Place.Opens _ ->
                keep(payload, alert, opening.open(alert, aim), Optional.empty()).because("opens");
            case Place.Notes notes -> keep(payload, alert, notes.id(), Optional.empty());
            case Place.Nowhere nowhere ->
                new Placement(fingerprint(alert), Optional.empty(), nowhere.why(), false, false, Optional.empty());
        };
    }

    Placement keep(long payload, Alert alert, IncidentId id, Optional<String> reopens) {
        var before = alerts.find(id.value(), fingerprint(alert));
        var start = stored(alert).startsAt();
        var duplicate = before.filter(
                row -> row.firing() == alert.isFiring() && row.startsAt().equals(start));
        var late = before.filter(row -> start.isBefore(row.startsAt()));
        if (reopens.isEmpty() && (duplicate.isPresent() || late.isPresent())) {
            var why = duplicate.isPresent() ? "a duplicate" : "older than what is known of it";
            return new Placement(fingerprint(alert), Optional.of(id), why, false, false, reopens);
        }
        var row = new AlertRepository.Row(
                before.map(AlertRepository.Row::id).orElse(null),
                id.value(),
                payload,
                fingerprint(alert),
                alert.isFiring(),
                start,
                Json.write(alert.labels()),
                Json.write(alert.annotations()));
        before.ifPresentOrElse(_ -> alerts.update(row), () -> alerts.save(row));
        var why = reopens.map(reason -> "reopens: " + reason).orElse(before.isEmpty() ? "joins" : "changes");
        return new Placement(fingerprint(alert), Optional.of(id), why, before.isEmpty(), true, reopens);
    }

    private static IncidentId id(IncidentRepository.Row row) {
        return new IncidentId(Objects.requireNonNull(row.id(), "a stored incident has a number"));
    }

    /** Two senders may use the same fingerprint for different things. */
    private static String fingerprint(Alert alert) {
        return alert.source() + ":" + alert.fingerprint().value();
    }

    /** Databases keep microseconds, and what was stored is compared with what comes. */
    private static Alert stored(Alert alert) {
        return new Alert(
                alert.source(),
                alert.groupKey(),
                alert.fingerprint(),
                alert.status(),
                alert.labels(),
                alert.annotations(),
                alert.startsAt().truncatedTo(ChronoUnit.MICROS),
                alert.endsAt());
    }
}

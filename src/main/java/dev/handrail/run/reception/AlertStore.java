package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.JdbcGroups;
import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.alerts.Grouping;
import dev.handrail.incident.alerts.Grouping.Place;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.KeptAlert.Report;
import dev.handrail.incident.alerts.TallyRepository;
import dev.handrail.incident.storm.StormAlert;
import dev.handrail.match.Match;
import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.Opening.Aim;
import dev.handrail.run.silence.Hold;
import dev.handrail.run.silence.Holding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts alerts where they belong. Every method joins the caller's transaction. */
@Singleton
public final class AlertStore {
    private final PayloadStore payloads;
    private final AlertRepository alerts;
    private final TallyRepository tallies;
    private final JdbcGroups groups;
    private final Opening opening;
    private final Ledger ledger;
    private final RunService runs;
    private final Gatherer storms;
    private final Holding holding;

    AlertStore(
            PayloadStore payloads,
            AlertRepository alerts,
            TallyRepository tallies,
            JdbcGroups groups,
            Opening opening,
            Ledger ledger,
            RunService runs,
            Gatherer storms,
            Holding holding) {
        this.payloads = payloads;
        this.alerts = alerts;
        this.tallies = tallies;
        this.groups = groups;
        this.opening = opening;
        this.ledger = ledger;
        this.runs = runs;
        this.storms = storms;
        this.holding = holding;
    }

    /** @param receipts one for each delivery, in their order */
    public record Placed(List<Receipt> receipts, Set<IncidentId> touched) {
        public Placed {
            receipts = List.copyOf(receipts);
            touched = Set.copyOf(touched);
        }
    }

    /** An alert with what the library makes of it. */
    record Aimed(Alert alert, Aim aim, long payload, Instant at) {
        static Aimed of(Alert alert, Aim aim, long payload, Instant at) {
            return new Aimed(aim.stored(alert), aim, payload, at);
        }

        Aimed with(Aim other) {
            return new Aimed(alert, other, payload, at);
        }
    }

    /** Stores deliveries, and opens, joins, reopens or resolves incidents by them. */
    public Placed place(List<Delivery> deliveries) {
        return ledger.together(() -> placed(deliveries));
    }

    private Placed placed(List<Delivery> deliveries) {
        storms.begin();
        var aimed = aim(deliveries);
        var batch = read(aimed.stream().flatMap(List::stream).toList());
        batch.heldBy(holding.at(ledger.now()));
        var receipts = new ArrayList<Receipt>();
        for (var i = 0; i < deliveries.size(); i++) {
            var placed = aimed.get(i).stream().map(alert -> place(batch, alert)).toList();
            receipts.add(new Receipt(placed, deliveries.get(i).problem()));
        }
        write(batch);
        storms.write();
        return new Placed(receipts, batch.touched());
    }

    /** Stores the alert of a storm, and opens or reopens its incident. */
    private IncidentId own(Alert alert) {
        var incoming = new Incoming(StormAlert.SOURCE, Json.write(alert.labels()), List.of(alert), Optional.empty());
        return owned(incoming, opening.aim(alert, false));
    }

    /** Stores an alert that is made by hand, and opens its incident. */
    public IncidentId own(Incoming incoming, Aim aim) {
        return ledger.together(() -> owned(incoming, aim));
    }

    private IncidentId owned(Incoming incoming, Aim aim) {
        var payload = payloads.keep(List.of(Delivery.of(incoming))).getFirst();
        var aimed = Aimed.of(incoming.alerts().getFirst(), aim, payload, ledger.now());
        var batch = read(List.of(aimed));
        var id = place(batch, aimed).incident().orElseThrow();
        write(batch);
        return id;
    }

    private List<List<Aimed>> aim(List<Delivery> deliveries) {
        var numbers = payloads.keep(deliveries);
        var aimed = new ArrayList<List<Aimed>>();
        var now = ledger.now();
        for (var i = 0; i < deliveries.size(); i++) {
            var number = numbers.get(i);
            var shadow = deliveries.get(i).isShadow();
            aimed.add(deliveries.get(i).alerts().stream()
                    .map(alert -> Aimed.of(alert, opening.aim(alert, shadow), number, now))
                    .toList());
        }
        return aimed;
    }

    private Batch read(List<Aimed> aimed) {
        var known = alerts.newest(
                aimed.stream().map(Aimed::alert).map(KeptAlert::key).distinct().toList());
        var newest = groups.newest(
                aimed.stream().map(one -> one.aim().groupKey()).distinct().toList());
        var ids = new HashSet<IncidentId>();
        newest.values().forEach(incident -> ids.add(incident.id()));
        known.forEach(alert -> alert.incident().ifPresent(ids::add));
        var candidates = new HashMap<IncidentId, Grouping.Candidate>();
        ledger.candidates(ids).forEach(candidate -> candidates.put(candidate.id(), candidate));
        var batch = new Batch(known, Following.groups(newest, candidates), candidates);
        if (!known.isEmpty() && ids.size() > 1) {
            batch.remember(alerts.in(known.stream().map(KeptAlert::key).toList(), ids));
        }
        batch.sumUp(tallies.of(ids));
        return batch;
    }

    private Receipt.Placed place(Batch batch, Aimed aimed) {
        var alert = aimed.alert();
        var known = batch.known(alert).filter(same -> aimed.aim().concerns(same.last()));
        return switch (Grouping.place(alert, known, batch.newest(aimed.aim().groupKey()), aimed.at())) {
            case Place.Joins joins -> keep(batch, aimed, joins.id(), known.isEmpty() ? "joins" : "changes");
            case Place.Opens _ -> held(batch, aimed).orElseGet(() -> opens(batch, aimed));
            case Place.Reopens reopens -> held(batch, aimed).orElseGet(() -> reopens(batch, aimed, reopens));
            case Place.Notes notes -> keep(batch, aimed, notes.id(), "resolved, after its incident was closed");
            case Place.Repeats repeats -> new Receipt.Placed(name(alert), repeats.id(), repeats.why());
            case Place.Nowhere nowhere -> keepApart(batch, aimed, nowhere.why());
        };
    }

    private Optional<Receipt.Placed> held(Batch batch, Aimed aimed) {
        return batch.hold(aimed.alert(), aimed.aim(), report(aimed, ""))
                .map(why -> new Receipt.Placed(name(aimed.alert()), Optional.empty(), why));
    }

    private Receipt.Placed opens(Batch batch, Aimed found) {
        if (found.alert().isIgnoredUnmatched() && found.aim().match() instanceof Match.Unknown) {
            return keepApart(batch, found, "no runbook is for it, and alone it tells of no trouble");
        }
        var aimed = found.with(opening.completed(found.alert(), found.aim()));
        var failing = opening.failing(aimed.alert(), aimed.aim());
        var storm = failing.flatMap(one -> storms.gather(batch, one, this::own));
        var opened = opening.open(aimed.alert(), aimed.aim(), storm);
        failing.ifPresent(one -> storms.note(opened.id(), one, storm));
        batch.opened(aimed.aim().groupKey(), opened);
        var part = storm.map(gathered -> "; part of storm " + gathered.parent()).orElse("");
        return keep(batch, aimed, opened.id(), "opens: " + aimed.aim().match().why() + part);
    }

    private Receipt.Placed reopens(Batch batch, Aimed aimed, Place.Reopens reopens) {
        storms.again(reopens.id(), aimed.at()).ifPresent(failing -> {
            var storm = storms.gather(batch, failing, this::own);
            storm.ifPresent(it -> runs.apply(reopens.id(), new Command.Gather(it.parent(), it.why())));
            storms.note(reopens.id(), failing, storm);
        });
        runs.apply(reopens.id(), new Command.Reopen(reopens.why()));
        batch.reopened(reopens.id());
        return keep(batch, aimed, reopens.id(), "reopens: " + reopens.why());
    }

    private Receipt.Placed keep(Batch batch, Aimed aimed, IncidentId id, String reason) {
        var last = batch.known(aimed.alert()).map(Grouping.Known::last);
        var why = reason + last.flatMap(held -> Hold.past(held, aimed.alert())).orElse("");
        batch.release(aimed.alert(), id);
        batch.keepIn(id, aimed.alert(), aimed.aim().item(aimed.alert()), report(aimed, why));
        return new Receipt.Placed(name(aimed.alert()), Optional.of(id), why);
    }

    private static Report report(Aimed aimed, String why) {
        return new Report(aimed.payload(), aimed.at(), why);
    }

    private static String name(Alert alert) {
        return alert.name().orElse("(no name)");
    }

    private Receipt.Placed keepApart(Batch batch, Aimed aimed, String why) {
        var number = batch.known(aimed.alert())
                .map(Grouping.Known::last)
                .filter(last -> last.incident().isEmpty())
                .map(KeptAlert::id)
                .orElse(0L);
        batch.keep(new KeptAlert(
                number, Optional.empty(), aimed.alert(), Optional.empty(), report(aimed, why), Optional.empty()));
        return new Receipt.Placed(name(aimed.alert()), Optional.empty(), why);
    }

    private void write(Batch batch) {
        alerts.keep(batch.changed());
        tallies.keep(batch.tallies());
        batch.touches()
                .forEach((id, touch) -> touch.commands(batch.tally(id)).forEach(command -> runs.apply(id, command)));
    }
}

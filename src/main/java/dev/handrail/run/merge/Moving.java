package dev.handrail.run.merge;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.Tally;
import dev.handrail.incident.alerts.TallyRepository;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.fact.Moved;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves alerts between incidents that are held, and sums both up anew. Every method joins the caller's transaction. */
@Singleton
final class Moving {
    private final AlertRepository alerts;
    private final TallyRepository tallies;
    private final RunService runs;

    Moving(AlertRepository alerts, TallyRepository tallies, RunService runs) {
        this.alerts = alerts;
        this.tallies = tallies;
        this.runs = runs;
    }

    List<KeptAlert> of(IncidentId id) {
        return alerts.of(id);
    }

    /**
     * Moves all alerts of an incident. Of an alert that both hold, the newer report stands, and the older one belongs to none: it
     * says what is no longer so. What the one has lost is still shown of it, as it was.
     */
    Moved all(IncidentId from, IncidentId into) {
        var gone = alerts.of(from);
        var there = new HashMap<String, KeptAlert>();
        alerts.in(gone.stream().map(KeptAlert::key).toList(), List.of(into))
                .forEach(alert -> there.put(alert.key(), alert));
        var moving = new ArrayList<KeptAlert>();
        var older = new ArrayList<KeptAlert>();
        for (var alert : gone) {
            var same = Optional.ofNullable(there.get(alert.key()));
            var isOlder = same.filter(other -> other.id() > alert.id()).isPresent();
            (isOlder ? older : moving).add(alert);
            same.filter(_ -> !isOlder).ifPresent(older::add);
        }
        var before = tallies.of(from);
        alerts.move(older, Optional.empty(), "; reported again in %s".formatted(into));
        alerts.move(moving, Optional.of(into), "; merged from %s into %s".formatted(from, into));
        tallies.keep(Map.of(from, before.gone(), into, Tally.of(alerts.of(into))));
        return new Moved(from, gone.size(), KeptAlert.digest(gone));
    }

    /** Moves some alerts of an incident to one that is new. */
    Moved some(List<KeptAlert> chosen, IncidentId from, IncidentId into) {
        alerts.move(chosen, Optional.of(into), "; split off %s into %s".formatted(from, into));
        tallies.keep(Map.of(from, Tally.of(alerts.of(from)), into, Tally.of(alerts.of(into))));
        return new Moved(from, chosen.size(), KeptAlert.digest(chosen));
    }

    /** Records it on an open incident, and what its source says now that its alerts are others. */
    void tell(IncidentId id, Act.Regrouped act) {
        tell(id, List.of(new Command.Regroup(act)));
    }

    /** @param what comes of it, one after the other */
    void tell(IncidentId id, List<Command> what) {
        what.forEach(command -> record(id, command));
        var fires = tallies.of(id).firing() > 0;
        runs.apply(id, fires ? new Command.SourceFires() : new Command.SourceResolves());
    }

    private void record(IncidentId id, Command command) {
        if (runs.apply(id, command) instanceof Handled.Refused refused) {
            throw new IllegalStateException(
                    "incident %s is open and held, and still refuses: %s".formatted(id, refused.refusal()));
        }
    }
}

package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.storm.Failing;
import dev.handrail.incident.storm.Storm.Verdict;
import dev.handrail.incident.storm.StormAlert;
import dev.handrail.run.Command;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.storm.StormBook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes what opens a part of a storm, and begins the storm where it is the one too many. Joins the caller's transaction. */
@Singleton
final class Gatherer {
    private final StormBook storms;
    private final Ledger ledger;
    private final RunService runs;

    Gatherer(StormBook storms, Ledger ledger, RunService runs) {
        this.storms = storms;
        this.ledger = ledger;
        this.runs = runs;
    }

    void begin() {
        storms.begin();
    }

    void write() {
        storms.write();
    }

    /** Returns an incident as one that fails again. */
    Optional<Failing> again(IncidentId id, Instant at) {
        return storms.again(id, at);
    }

    /** Notes an incident that has opened, for those that open after it. */
    void note(IncidentId id, Failing failing, Optional<RunEvent.Gathered> storm) {
        storms.note(id, failing);
        storm.ifPresent(gathered -> storms.gathered(id, gathered.parent(), failing.mode()));
    }

    /**
     * Returns the storm that what is about to open is a part of.
     *
     * @param opens opens or reopens the incident of an alert of our own
     */
    Optional<RunEvent.Gathered> gather(Batch batch, Failing failing, Function<Alert, IncidentId> opens) {
        return switch (storms.judge(failing)) {
            case Verdict.Alone _ -> Optional.empty();
            case Verdict.Joins joins ->
                holdsOpen(joins.storm())
                        ? Optional.of(new RunEvent.Gathered(joins.storm(), joins.why()))
                        : Optional.empty();
            case Verdict.Begins begins -> {
                var alert = StormAlert.firing(begins.place(), begins.why(), storms.settings(), failing.at());
                var storm = opens.apply(alert);
                gather(batch, begins, storm);
                yield Optional.of(new RunEvent.Gathered(storm, begins.why()));
            }
        };
    }

    private void gather(Batch batch, Verdict.Begins begins, IncidentId storm) {
        storms.begun(storm, begins.place());
        batch.touch(storm);
        for (var member : begins.members()) {
            runs.apply(member.id(), new Command.Gather(storm, begins.why()));
            storms.gathered(member.id(), storm, member.failing().mode());
            batch.touch(member.id());
        }
    }

    /** It must not close before its new part is in it: nobody would then let that part stand for itself. */
    private boolean holdsOpen(IncidentId storm) {
        return ledger.candidates(List.of(storm)).stream()
                .anyMatch(candidate -> candidate.closedAt().isEmpty());
    }
}

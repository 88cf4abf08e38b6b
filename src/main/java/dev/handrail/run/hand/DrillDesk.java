package dev.handrail.run.hand;

import dev.handrail.incident.LastDrills;
import dev.handrail.match.Match;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Text;
import dev.handrail.platform.Transactions;
import dev.handrail.run.IncidentView.Kind;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.AlertStore;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Opening;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins drills: runs on a made-up alert. A drill has a group of its own, so that no real alert joins it and it joins none; it is
 * walked like any run, but pages nobody and is counted nowhere.
 */
@Singleton
public final class DrillDesk {
    private final Transactions transactions;
    private final AlertStore store;
    private final RunService runs;
    private final Ledger ledger;
    private final LastDrills drills;
    private final CurrentLibrary libraries;

    DrillDesk(
            Transactions transactions,
            AlertStore store,
            RunService runs,
            Ledger ledger,
            LastDrills drills,
            CurrentLibrary libraries) {
        this.transactions = transactions;
        this.store = store;
        this.runs = runs;
        this.ledger = ledger;
        this.drills = drills;
        this.libraries = libraries;
    }

    /** What became of the wish for a drill. */
    public sealed interface Answer {
        record Begun(LastDrills.Drill drill) implements Answer {}

        /** @param advice what may have been meant: {@code 'order-export-stuck'}, or {@code one of ...} */
        record NoSuchRunbook(String advice) implements Answer {}

        /** It is kept for reading only. */
        record Retired(String path) implements Answer {}
    }

    /** Begins a drill that nothing else depends on. */
    public Answer begin(String runbook, Map<String, String> labels) {
        return begin(runbook, labels, () -> {});
    }

    /**
     * Begins a drill, in one transaction.
     *
     * @param alongside is done in the same transaction, also where no drill begins
     * @param runbook its id, or its path in the library; one that ends with the path will do, as a shell completes it
     * @param labels of the made-up alert, beside those that the runbook pins
     */
    public Answer begin(String runbook, Map<String, String> labels, Runnable alongside) {
        var library = libraries.library();
        var found = Named.find(library, runbook);
        if (found.isEmpty()) {
            transactions.run(alongside);
            return new Answer.NoSuchRunbook(Named.advice(library, runbook));
        }
        if (found.get().status() == Runbook.Status.RETIRED) {
            transactions.run(alongside);
            return new Answer.Retired(found.get().path());
        }
        var drill = transactions.writeAgainOnConflict(() -> {
            alongside.run();
            return open(library, found.get(), labels);
        });
        runs.changed(drill.incident());
        return new Answer.Begun(drill);
    }

    private LastDrills.Drill open(Library library, Runbook runbook, Map<String, String> labels) {
        var key = UUID.randomUUID().toString();
        var now = ledger.now();
        var alert = MadeUpAlert.of(runbook, labels, key, now);
        var body = Text.storable(Json.write(Map.of("runbook", runbook.id(), "labels", alert.labels())));
        var match = new Match.Matched(runbook, "a drill, begun by hand");
        var id = store.own(
                new Incoming(MadeUpAlert.SOURCE, body, List.of(alert), Optional.empty()),
                new Opening.Aim(library, match, Sha256.of("drill\n" + key), Kind.DRILL));
        var drill = new LastDrills.Drill(id, runbook.id(), runbook.revision(), now);
        drills.record(drill);
        return drill;
    }
}

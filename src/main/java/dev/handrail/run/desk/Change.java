package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Timeline;
import dev.handrail.incident.Timeline.Entry;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.Ledger.Held;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.run.witness.EventWitness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one transaction does to a run.
 *
 * @param before as it is stored
 * @param after as it is to be stored; it may be changed further
 * @param entries what is added to its timeline
 * @param happened what those entries say
 */
record Change(Held before, Held after, List<Entry> entries, List<Happened> happened) {
    Change {
        entries = List.copyOf(entries);
        happened = List.copyOf(happened);
    }

    static Change of(Held held, List<RunEvent> events, String openKey) {
        var state = held.state();
        var head = new Timeline.Head(held.row().head(), held.row().headHash());
        var entries = new ArrayList<Entry>();
        var happened = new ArrayList<Happened>();
        for (var event : events) {
            state = RunMachine.evolve(state, event, held.now());
            var entry = Timeline.after(head, held.id(), held.now(), Text.storable(Json.write(event)));
            entries.add(entry);
            happened.add(new Happened(entry.place(), entry.at(), event));
            head = new Timeline.Head(entry.place(), entry.hash());
        }
        var open = state.isOpen();
        var closedAt = held.state().isOpen() ? held.now() : held.row().closedAt();
        var row = new RunRepository.Row(
                held.row().incidentId(),
                open ? openKey : null,
                held.row().planHash(),
                Json.write(state),
                head.place(),
                head.hash(),
                open ? null : closedAt,
                Optional.ofNullable(held.row().dirtySince()).orElse(held.now()));
        return new Change(held, new Held(row, held.plan(), state, held.now(), held.armed()), entries, happened);
    }

    /** Returns this change and one that followed it. */
    Change then(Change next) {
        var all = Stream.concat(entries.stream(), next.entries.stream()).toList();
        var told = Stream.concat(happened.stream(), next.happened.stream()).toList();
        return new Change(before, next.after, all, told);
    }

    EventWitness.Recorded recorded() {
        return new EventWitness.Recorded(id(), happened, before.state(), after.state());
    }

    IncidentId id() {
        return after.id();
    }

    boolean isNew() {
        return before.row().head() == 0;
    }

    /** Returns when the clock is to be armed for; empty where the one that is armed will do, or none is needed. */
    Optional<Instant> clock() {
        return RunMachine.deadline(after.plan(), after.state())
                .filter(at -> !before.armed().equals(Optional.of(at)));
    }
}

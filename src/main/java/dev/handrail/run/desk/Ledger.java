package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Timeline;
import dev.handrail.incident.alerts.Grouping;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.run.Happened;
import dev.handrail.run.Plan;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.machine.RunMachine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is stored of runs, and the one way in which a run moves on. Every method joins the caller's transaction. */
@Singleton
public final class Ledger {
    private final RunRepository runs;
    private final Plans plans;
    private final Timeline timeline;
    private final ClockArmer clocks;
    private final InstantSource clock;

    Ledger(RunRepository runs, Plans plans, Timeline timeline, ClockArmer clocks, InstantSource clock) {
        this.runs = runs;
        this.plans = plans;
        this.timeline = timeline;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * A run that is held until the transaction ends.
     *
     * @param now never before the last entry of its timeline, whatever the machine's clock says
     * @param armed when its clock is to strike; empty for one that has no clock yet
     */
    record Held(RunRepository.Row row, Plan plan, RunState state, Instant now, Optional<Instant> armed) {
        Held(RunRepository.Row row, Plan plan, RunState state, Instant now) {
            this(row, plan, state, now, RunMachine.deadline(plan, state));
        }

        IncidentId id() {
            return new IncidentId(row.incidentId());
        }
    }

    /** Throws {@link IllegalArgumentException} if there is no such incident. */
    Held hold(IncidentId id) {
        var row = runs.lock(id.value()).orElseThrow(() -> new IllegalArgumentException("there is no incident " + id));
        var last = timeline.at(id, row.head()).orElse(Instant.EPOCH);
        var now = now();
        return new Held(row, plans.of(row), state(row), now.isBefore(last) ? last : now);
    }

    /** Returns incidents as ones that alerts might belong to, and holds them: none must close before the alerts are in it. */
    public List<Grouping.Candidate> candidates(Collection<IncidentId> ids) {
        return ids.isEmpty()
                ? List.of()
                : runs.lock(ids.stream().map(IncidentId::value).toArray(Long[]::new)).stream()
                        .map(run -> new Grouping.Candidate(
                                new IncidentId(run.incidentId()),
                                Optional.ofNullable(run.closedAt()),
                                plans.of(run).reopenWithin()))
                        .toList();
    }

    /** To the microsecond, which is what databases keep. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns where a run stands: as it is stored or, where that is empty, as its timeline says. */
    RunState state(RunRepository.Row row) {
        return row.state().isEmpty()
                ? RunMachine.replay(timeline(new IncidentId(row.incidentId())))
                : Json.read(row.state(), RunState.class);
    }

    /** Returns everything that happened in an incident, oldest first. */
    List<Happened> timeline(IncidentId id) {
        return timeline.of(id).stream()
                .map(entry -> new Happened(entry.place(), entry.at(), Json.read(entry.body(), RunEvent.class)))
                .toList();
    }

    /** Stores a new run with its first events. */
    public void open(IncidentId id, String openKey, Plan plan, List<RunEvent> events) {
        var hash = plans.keep(plan);
        var now = now();
        var none = new RunRepository.Row(
                id.value(), openKey, hash, Json.write(RunState.BEFORE), 0, Timeline.Head.NONE.hash(), null, now);
        record(new Held(runs.save(none), plan, RunState.BEFORE, now, Optional.empty()), events, openKey);
    }

    /** Pins a run that is held to another plan; what was recorded of it stays. */
    Held pin(Held held, Plan plan) {
        var row = held.row();
        var pinned = new RunRepository.Row(
                row.incidentId(),
                row.openKey(),
                plans.keep(plan),
                row.state(),
                row.head(),
                row.headHash(),
                row.closedAt(),
                row.dirtySince());
        return new Held(pinned, plan, held.state(), held.now(), held.armed());
    }

    /** Adds events to a run's timeline, moves its state on, and arms its clock where that moves its deadline. */
    void record(Held held, List<RunEvent> events, String openKey) {
        if (events.isEmpty()) {
            return;
        }
        var state = held.state();
        var head = new Timeline.Head(held.row().head(), held.row().headHash());
        for (var event : events) {
            state = RunMachine.evolve(state, event, held.now());
            head = timeline.append(held.id(), head, held.now(), Text.storable(Json.write(event)));
        }
        var open = state.isOpen();
        var closedAt = held.state().isOpen() ? held.now() : held.row().closedAt();
        runs.update(new RunRepository.Row(
                held.row().incidentId(),
                open ? openKey : null,
                held.row().planHash(),
                Json.write(state),
                head.place(),
                head.hash(),
                open ? null : closedAt,
                Optional.ofNullable(held.row().dirtySince()).orElse(held.now())));
        var place = head.place();
        RunMachine.deadline(held.plan(), state)
                .filter(at -> !held.armed().equals(Optional.of(at)))
                .ifPresent(at -> clocks.arm(held.id(), place, at));
    }
}

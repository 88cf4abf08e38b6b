package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Timeline;
import dev.handrail.incident.Timeline.Entry;
import dev.handrail.incident.Timeline.Head;
import dev.handrail.incident.alerts.Grouping;
import dev.handrail.platform.Json;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Happened;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.desk.ClockArmer.Deadline;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.run.past.Histories;
import dev.handrail.run.witness.EventWitness;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is stored of runs, and the one way in which a run moves on. Every method joins the caller's transaction. */
@Singleton
public final class Ledger {
    private static final ScopedValue<Sheet> SHEET = ScopedValue.newInstance();

    private final RunRepository runs;
    private final Plans plans;
    private final Timeline timeline;
    private final Histories histories;
    private final ClockArmer clocks;
    private final List<EventWitness> witnesses;
    private final InstantSource clock;

    Ledger(
            RunRepository runs,
            Plans plans,
            Timeline timeline,
            Histories histories,
            ClockArmer clocks,
            List<EventWitness> witnesses,
            InstantSource clock) {
        this.witnesses = witnesses;
        this.runs = runs;
        this.plans = plans;
        this.timeline = timeline;
        this.histories = histories;
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
        IncidentId id() {
            return new IncidentId(row.incidentId());
        }
    }

    /**
     * Does work that moves many runs on, in the caller's transaction: each is read once, and what comes of it is written once, at
     * the end.
     */
    public <T> T together(Supplier<T> work) {
        var sheet = new Sheet();
        var done = ScopedValue.where(SHEET, sheet).call(work::get);
        write(sheet.changes());
        return done;
    }

    /** Throws {@link IllegalArgumentException} if there is no such incident. */
    Held hold(IncidentId id) {
        return hold(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no incident " + id));
    }

    /**
     * Returns incidents as ones that alerts might belong to, and holds them: none must close before the alerts are in it. Where
     * one has been merged since somebody named it, what else they read may be old, too.
     */
    public List<Grouping.Candidate> candidates(Collection<IncidentId> ids) {
        return hold(ids).stream().map(Ledger::candidate).toList();
    }

    private static Grouping.Candidate candidate(Held held) {
        if (held.state().position() instanceof Position.Finished over
                && over.into().isPresent()) {
            throw new Transactions.OvertakenException("incident %s was merged into %s"
                    .formatted(held.id(), over.into().get()));
        }
        return new Grouping.Candidate(
                held.id(),
                Optional.ofNullable(held.row().closedAt()),
                held.plan().reopenWithin());
    }

    /** Holds incidents until the transaction ends, and returns where they stand: those that there are, lowest number first. */
    public Map<IncidentId, RunState> states(Collection<IncidentId> ids) {
        var states = new LinkedHashMap<IncidentId, RunState>();
        hold(ids).forEach(held -> states.put(held.id(), held.state()));
        return states;
    }

    /** Returns those of the runs that there are, lowest number first. */
    private List<Held> hold(Collection<IncidentId> ids) {
        if (!SHEET.isBound()) {
            return read(ids);
        }
        var sheet = SHEET.get();
        sheet.hold(read(ids.stream().filter(id -> !sheet.holds(id)).toList()));
        return sheet.of(ids);
    }

    private List<Held> read(Collection<IncidentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var numbers = ids.stream().map(IncidentId::value).sorted().toList();
        var rows = runs.lock(numbers);
        var last = runs.last(numbers);
        return rows.stream()
                .map(row -> held(row, last.getOrDefault(row.incidentId(), Instant.EPOCH)))
                .toList();
    }

    private Held held(RunRepository.Row row, Instant last) {
        var now = now();
        var plan = plans.asOfNow(row);
        var state = state(row);
        return new Held(row, plan, state, now.isBefore(last) ? last : now, RunMachine.deadline(plan, state));
    }

    /** Says whether another incident holds the group key that this one had. */
    boolean isOpenElsewhere(Held held, String groupKey) {
        return runs.findOpen(groupKey)
                .filter(open -> open.incidentId() != held.row().incidentId())
                .isPresent();
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
        return histories.of(id);
    }

    /** Stores a new run with its first events. */
    public void open(IncidentId id, String openKey, Plan plan, List<RunEvent> events) {
        var now = now();
        var none = new RunRepository.Row(
                id.value(), openKey, plans.keep(plan), Json.write(RunState.BEFORE), 0, Head.NONE.hash(), null, now);
        record(new Held(none, plan, RunState.BEFORE, now, Optional.empty()), events, openKey);
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
        var change = Change.of(held, events, openKey);
        if (SHEET.isBound()) {
            SHEET.get().add(change);
        } else {
            write(List.of(change));
        }
    }

    /** Arms the clock of a run that is held, although nothing has moved its deadline. Returns whether it has one. */
    boolean armAnew(Held held) {
        held.armed()
                .ifPresent(
                        at -> clocks.armAnew(new Deadline(held.id(), held.row().head(), at)));
        return held.armed().isPresent();
    }

    private void write(List<Change> changes) {
        var entries = new LinkedHashMap<IncidentId, List<Entry>>();
        var added = new ArrayList<RunRepository.Row>();
        var changed = new ArrayList<RunRepository.Row>();
        for (var change : changes) {
            entries.put(change.id(), change.entries());
            (change.isNew() ? added : changed).add(change.after().row());
        }
        if (!added.isEmpty()) {
            runs.add(added);
        }
        if (!changed.isEmpty()) {
            runs.change(changed);
        }
        timeline.append(entries);
        changes.forEach(change -> witnesses.forEach(witness -> witness.recorded(change.recorded())));
        clocks.arm(changes.stream()
                .flatMap(change -> change.clock().stream()
                        .map(at ->
                                new Deadline(change.id(), change.after().row().head(), at)))
                .toList());
    }
}

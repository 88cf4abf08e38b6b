package dev.handrail.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.Person;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run that a test drives: time stands still until it is told, and every event is kept. */
final class Rehearsal {
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private record Entry(Instant at, RunEvent event) {}

    private final Plan plan;
    private final List<Entry> entries = new ArrayList<>();
    private RunState state = RunState.BEFORE;
    private Instant now = NOON;

    private Rehearsal(Plan plan) {
        this.plan = plan;
    }

    /** A run that has just opened. */
    static Rehearsal of(Plan plan) {
        var run = new Rehearsal(plan);
        var book = plan.book();
        var opened = new RunEvent.Opened(
                book.map(found -> found.id()), book.map(found -> found.revision()), "no runbook matches", plan.owner());
        run.record(RunMachine.open(plan, opened, NOON));
        return run;
    }

    /** A run that Ana has acknowledged. */
    static Rehearsal acknowledged(Plan plan) {
        return of(plan).does(new Command.Acknowledge(Walks.ANA));
    }

    /** A run of {@link Walks#walked} that stands at the replay. */
    static Rehearsal atReplay(Plan plan) {
        return acknowledged(plan).answers("No outage").answers("Stuck");
    }

    /** A run whose escalation Marta has taken. */
    static Rehearsal handedOff(Plan plan) {
        return acknowledged(plan).does(new Command.Escalate(Walks.ANA, "Help")).does(new Command.TakePage(Walks.MARTA));
    }

    Decision asks(Command command) {
        var decision = RunMachine.decide(plan, state, command, now);
        assertThat(RunMachine.decide(plan, state, command, now))
                .as("the same inputs give the same decision")
                .isEqualTo(decision);
        return decision;
    }

    /** Gives a command that must be accepted, and returns what comes of it. */
    List<RunEvent> gives(Command command) {
        var decision = asks(command);
        assertThat(decision).as("%s at %s", command, state).isInstanceOf(Decision.Accepted.class);
        var events = decision instanceof Decision.Accepted accepted ? accepted.events() : List.<RunEvent>of();
        record(events);
        return events;
    }

    /** Gives a command from which something must come. */
    Rehearsal does(Command command) {
        assertThat(gives(command)).as("%s at %s", command, state).isNotEmpty();
        return this;
    }

    /** Ana answers the step that is shown. */
    Rehearsal answers(String outcome) {
        return does(answer(outcome));
    }

    Command.Answer answer(String outcome) {
        return new Command.Answer(Walks.ANA, step(), attempt(), outcome);
    }

    Command.StartTry startTry(int elsewhere) {
        return new Command.StartTry(Walks.ANA, step(), attempt(), elsewhere);
    }

    /** Ana starts a try and reports it. */
    Rehearsal tries(String outcome) {
        return does(startTry(0)).answers(outcome);
    }

    /** The source resolves and fires in turn, a minute after the other. */
    Rehearsal toggles(int times) {
        for (var i = 0; i < times; i++) {
            after(Duration.ofMinutes(1));
            does(state.resolvedSince().isPresent() ? new Command.SourceFires() : new Command.SourceResolves());
        }
        return this;
    }

    /** Time passes, and no clock strikes. */
    Rehearsal after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Time passes until the deadline, and the clock strikes. */
    List<RunEvent> strikes() {
        var deadline = deadline().orElseThrow();
        now = deadline.isAfter(now) ? deadline : now;
        return gives(new Command.ClockStrikes());
    }

    /** Time passes until the deadline, and the clock strikes, as often as asked. */
    Rehearsal strikes(int times) {
        for (var i = 0; i < times; i++) {
            assertThat(strikes()).isNotEmpty();
        }
        return this;
    }

    /** The clock strikes now, whatever the deadline. */
    List<RunEvent> strikesNow() {
        return gives(new Command.ClockStrikes());
    }

    RunState state() {
        return state;
    }

    Position position() {
        return state.position();
    }

    Instant now() {
        return now;
    }

    Optional<Person> responder() {
        return state.responder();
    }

    Optional<Instant> deadline() {
        return RunMachine.deadline(plan, state);
    }

    StepId step() {
        return state.step().orElseThrow();
    }

    int attempt() {
        return switch (state.position()) {
            case Position.OnStep shown -> shown.attempt();
            case Position.Waiting waiting -> waiting.attempt();
            case Position.Offered _, Position.Escalated _, Position.HandedOff _, Position.Finished _ -> 1;
        };
    }

    private void record(List<RunEvent> events) {
        for (var event : events) {
            entries.add(new Entry(now, event));
            state = RunMachine.evolve(state, event, now);
        }
        assertThat(replayed()).isEqualTo(state);
    }

    private RunState replayed() {
        var replayed = RunState.BEFORE;
        for (var entry : entries) {
            replayed = RunMachine.evolve(replayed, entry.event(), entry.at());
        }
        return replayed;
    }
}

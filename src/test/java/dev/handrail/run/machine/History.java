package dev.handrail.run.machine;

import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Happened;
import dev.handrail.run.Plan;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run from its opening on: every command that was given, what was decided, and every event.
 *
 * @param states the state after the opening, then after each command
 */
record History(Plan plan, List<Moment> moments, List<Happened> happened, List<RunState> states) {
    /** One command and what came of it. */
    record Moment(RunState before, Command command, Instant at, Decision decision, RunState after) {
        List<RunEvent> events() {
            return decision instanceof Decision.Accepted accepted ? accepted.events() : List.of();
        }

        boolean isByPerson() {
            return command instanceof Command.ByPerson;
        }
    }

    static History of(Plan plan, List<Move> moves) {
        var happened = new ArrayList<Happened>();
        var moments = new ArrayList<Moment>();
        var states = new ArrayList<RunState>();
        var now = Rehearsal.NOON;
        var opened = new RunEvent.Opened(Optional.empty(), Optional.empty(), "why", plan.owner());
        var state = apply(RunState.BEFORE, RunMachine.open(plan, opened, now), now, happened);
        states.add(state);
        for (var move : moves) {
            now = move.now(plan, state, now);
            var command = move.command(plan, state);
            var decision = RunMachine.decide(plan, state, command, now);
            var events = decision instanceof Decision.Accepted accepted ? accepted.events() : List.<RunEvent>of();
            var after = apply(state, events, now, happened);
            moments.add(new Moment(state, command, now, decision, after));
            states.add(after);
            state = after;
        }
        return new History(plan, moments, happened, states);
    }

    private static RunState apply(RunState before, List<RunEvent> events, Instant now, List<Happened> happened) {
        var state = before;
        for (var event : events) {
            happened.add(new Happened(happened.size() + 1, now, event));
            state = RunMachine.evolve(state, event, now);
        }
        return state;
    }

    RunState last() {
        return states.getLast();
    }

    Instant end() {
        return moments.isEmpty() ? Rehearsal.NOON : moments.getLast().at();
    }
}

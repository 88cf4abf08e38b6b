package dev.handrail.run.machine;

import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Happened;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what happens in a run. Reads no clock, database or network: the same inputs give the same decision.
 *
 * <p>{@link #decide} turns a command into events, {@link #evolve} applies an event to the state, and {@link #deadline} says
 * when the silence of people becomes a command itself. A run that is open always has a deadline. No clock leads through a
 * step that changes something: such a step is walked only by a person who starts its try and reports it.
 */
public final class RunMachine {
    private RunMachine() {}

    /** Returns the first events of a run. An unknown failure has no steps: its owner is told at once. */
    public static List<RunEvent> open(Plan plan, RunEvent.Opened opened, Instant now) {
        return opened(new Turn(plan, RunState.BEFORE, now).add(opened), opened);
    }

    /** Returns the first events of a run that is a part of a storm from the start: nobody is told of it. */
    public static List<RunEvent> open(Plan plan, RunEvent.Opened opened, RunEvent.Gathered gathered, Instant now) {
        return opened(new Turn(plan, RunState.BEFORE, now).add(opened).add(gathered), opened);
    }

    private static List<RunEvent> opened(Turn turn, RunEvent.Opened opened) {
        return turn.plan().book().isPresent()
                ? turn.events()
                : turn.escalateUnknown(opened.why()).events();
    }

    /** Returns what comes of a command: events that are then to be applied in order, or why it changes nothing. */
    public static Decision decide(Plan plan, RunState state, Command command, Instant now) {
        var turn = new Turn(plan, state, now);
        return switch (command) {
            case Command.JoinAlerts joined ->
                turn.add(new RunEvent.AlertsJoined(joined.count(), joined.digest()))
                        .accepted();
            case Command.SourceResolves _ -> SourceWord.resolves(turn);
            case Command.SourceFires _ -> SourceWord.fires(turn);
            case Command.Reopen reopen -> SourceWord.reopens(turn, reopen);
            case Command.ClockStrikes _ -> Clock.strike(turn);
            case Command.PageFailed failed -> turn.goOnAfter(failed.told()).accepted();
            case Command.Gather asked -> Gathering.gather(turn, asked);
            case Command.Release asked -> Gathering.release(turn, asked.why());
            case Command.NoticeRevision noticed -> Switching.notice(turn, noticed);
            case Command.AtAnyTime asked -> PersonsWord.decide(turn, asked);
            case Command.ByPerson asked ->
                state.position() instanceof Position.Finished over
                        ? Decision.refuse(Decision.Refusal.Over.of(over))
                        : PersonsWord.decide(turn, asked);
        };
    }

    /** Returns the state that a whole timeline leads to. */
    public static RunState replay(List<Happened> timeline) {
        var state = RunState.BEFORE;
        for (var happened : timeline) {
            state = evolve(state, happened.event(), happened.at());
        }
        return state;
    }

    /** Returns the state after {@code event} happened at {@code at}. */
    public static RunState evolve(RunState state, RunEvent event, Instant at) {
        return Evolution.evolve(state, event, at);
    }

    /** Returns the step that a run would go on at, if it went on with another plan now. */
    public static Step landing(Plan before, Plan now, RunState state) {
        return Switching.landing(before, now, state);
    }

    /** Returns when the clock is next to strike; empty only for a run that is over. */
    public static Optional<Instant> deadline(Plan plan, RunState state) {
        return Clock.next(plan, state).map(Clock.Due::at);
    }
}

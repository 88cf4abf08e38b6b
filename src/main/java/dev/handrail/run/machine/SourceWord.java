package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Ending;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.util.Optional;

/**
 * What comes of the source saying that the condition is over, or is back. "Resolved" alone ends nothing that a person works
 * on, unless the runbook says so: a condition that is quiet is not yet a business that works.
 */
final class SourceWord {
    private SourceWord() {}

    static Decision resolves(Turn turn) {
        if (!turn.state().isOpen() || turn.state().resolvedSince().isPresent()) {
            return turn.accepted();
        }
        Flap.watch(turn.add(new RunEvent.SourceResolved()));
        return turn.state().condition().calmSince().isPresent() ? believed(turn) : turn.accepted();
    }

    /** What comes of a source that says resolved and is believed. */
    static Decision believed(Turn turn) {
        return switch (turn.plan().resolve()) {
            case Resolution.Auto _ ->
                turn.add(new RunEvent.Finished(Ending.RESOLVED_BY_SOURCE, Optional.empty(), ""))
                        .accepted();
            case Resolution.Quiet _ -> turn.accepted();
            case Resolution.Verify _ -> verify(turn);
        };
    }

    private static Decision verify(Turn turn) {
        return switch (turn.state().position()) {
            case Position.OnStep now when now.openTry().isPresent() || isClosing(turn, now) -> turn.accepted();
            case Position.OnStep _ -> ask(turn).accepted();
            case Position.Waiting _ ->
                ask(turn.add(new RunEvent.WaitEnded(Optional.empty()))).accepted();
            case Position.Escalated _
            when turn.state().responder().isPresent() -> ask(turn).accepted();
            case Position.Offered _, Position.Escalated _, Position.HandedOff _, Position.Finished _ -> turn.accepted();
        };
    }

    /**
     * Returns whether the source said resolved during the try that is now reported. Its question had to wait for the report,
     * and is asked before the walk goes on; where the report ends the walk, it is not asked.
     */
    static boolean isOwed(Turn turn, Position.OnStep now, Target target) {
        var state = turn.state();
        var started = state.progress().tries().get(now.step());
        return turn.plan().resolve() instanceof Resolution.Verify
                && now.openTry().isPresent()
                && started != null
                && state.condition()
                        .calmSince()
                        .filter(since -> !since.isBefore(started.lastAt()))
                        .isPresent()
                && !isClosing(turn, now)
                && !(target instanceof Target.Resolved || target instanceof Target.Escalate);
    }

    /** Asks the responder whether it is over. */
    static Turn ask(Turn turn) {
        return turn.show(turn.plan().closing(turn.state().step()));
    }

    private static boolean isClosing(Turn turn, Position.OnStep now) {
        return turn.plan().step(now.step()).part() == Step.Part.VERIFICATION;
    }

    static Decision fires(Turn turn) {
        if (!turn.state().isOpen() || turn.state().resolvedSince().isEmpty()) {
            return turn.accepted();
        }
        return tellUnheard(Flap.watch(turn.add(new RunEvent.SourceFiredAgain())))
                .accepted();
    }

    /** Tells of an escalation that nobody has taken and nobody is told of. */
    static Turn tellUnheard(Turn turn) {
        var state = turn.state();
        var unheard = state.position() instanceof Position.Escalated
                && state.paging().isEmpty()
                && state.gathering().isEmpty()
                && state.condition().calmSince().isEmpty();
        return unheard ? turn.tell(0, 0) : turn;
    }

    /** What was merged says nothing any more: its alerts are elsewhere. */
    static Decision reopens(Turn turn, Command.Reopen reopen) {
        return turn.state().isOpen() || turn.state().mergedInto().isPresent()
                ? turn.accepted()
                : reopened(turn, reopen.why(), Optional.empty());
    }

    /** @param by who says that it is not over; empty where the source does */
    static Decision reopened(Turn turn, String why, Optional<Person> by) {
        Flap.watch(turn.add(new RunEvent.Reopened(why, by)));
        if (turn.plan().book().isEmpty()) {
            turn.escalateUnknown(why);
        }
        return turn.accepted();
    }
}

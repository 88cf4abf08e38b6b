package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.RunState.Paging;
import dev.handrail.run.RunState.Silence;
import dev.handrail.run.RunState.Tries;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How an event changes the state of a run. Decides nothing: whatever happened is true. */
final class Evolution {
    private Evolution() {}

    static RunState evolve(RunState state, RunEvent event, Instant at) {
        return switch (event) {
            case RunEvent.Opened _ -> heard(state, at);
            case RunEvent.AlertsJoined _, RunEvent.StepReported _ -> state;
            case RunEvent.Acknowledged taken -> taken(state, taken.by(), at);
            case RunEvent.TookOver taken -> taken(moved(state, handedTo(state, taken.by())), taken.by(), at);
            case RunEvent.PageTaken taken -> taken(moved(state, handedTo(state, taken.by())), taken.by(), at);
            case RunEvent.StillOnIt _, RunEvent.WaitEnded _ -> heard(state, at);
            case RunEvent.StepShown shown -> shown(state, shown, at);
            case RunEvent.Answered answered -> answered(state, answered, at);
            case RunEvent.TryStarted started -> tried(state, started, at);
            case RunEvent.WaitBegan wait ->
                moved(state, new Position.Waiting(wait.step(), wait.attempt(), wait.until(), wait.then()));
            case RunEvent.BackoffEnded _ -> backoffEnded(state, at);
            case RunEvent.Reminded _ -> with(state, new Silence(state.silence().since(), true), state.paging());
            case RunEvent.Escalated escalated ->
                escalated.stops() ? moved(state, new Position.Escalated(escalated.step())) : state;
            case RunEvent.LevelTold told ->
                with(state, state.silence(), Optional.of(new Paging(told.level(), told.round(), at)));
            case RunEvent.SourceResolved _ -> sourceResolved(state, at);
            case RunEvent.SourceFiredAgain _ -> firedAgain(state, at);
            case RunEvent.Finished finished ->
                with(moved(state, new Position.Finished(finished.ending(), at)), state.silence(), Optional.empty());
            case RunEvent.Reopened _ -> reopened(state, at);
            case RunEvent.NewerRevision newer -> newer(state, newer.revision());
            case RunEvent.RevisionSwitched _ -> newer(heard(state, at), Optional.empty());
        };
    }

    /** Whoever takes an escalation has it from then on; a step that is still open stays open. */
    private static Position handedTo(RunState state, Person by) {
        return switch (state.position()) {
            case Position.Escalated now -> new Position.HandedOff(by, now.step());
            case Position.HandedOff now -> new Position.HandedOff(by, now.step());
            case Position.Offered _, Position.OnStep _, Position.Waiting _, Position.Finished _ -> state.position();
        };
    }

    private static RunState taken(RunState state, Person by, Instant at) {
        var heard = heard(state, at);
        return new RunState(
                heard.position(),
                Optional.of(by),
                heard.silence(),
                heard.paging(),
                heard.resolvedSince(),
                heard.shown(),
                heard.tries(),
                heard.newer());
    }

    private static RunState shown(RunState state, RunEvent.StepShown shown, Instant at) {
        var position = new Position.OnStep(shown.step(), shown.attempt(), shown.notBefore(), Optional.empty());
        var heard = heard(moved(state, position), shown.notBefore().orElse(at));
        return counted(heard, with(state.shown(), shown.step(), shown.attempt()), state.tries());
    }

    /** The back-off runs from the end of a try, which is when its result is known. */
    private static RunState answered(RunState state, RunEvent.Answered answered, Instant at) {
        var heard = heard(state, at);
        var tries = state.tries().get(answered.step());
        var reports =
                state.position() instanceof Position.OnStep now && now.openTry().isPresent();
        return tries == null || !reports
                ? heard
                : counted(heard, state.shown(), with(state.tries(), answered.step(), new Tries(tries.count(), at)));
    }

    private static RunState tried(RunState state, RunEvent.TryStarted started, Instant at) {
        var position =
                new Position.OnStep(started.step(), started.attempt(), Optional.empty(), Optional.of(started.number()));
        return counted(
                heard(moved(state, position), at),
                state.shown(),
                with(state.tries(), started.step(), new Tries(started.number(), at)));
    }

    private static RunState backoffEnded(RunState state, Instant at) {
        return state.position() instanceof Position.OnStep now
                ? silent(
                        moved(state, new Position.OnStep(now.step(), now.attempt(), Optional.empty(), now.openTry())),
                        at)
                : state;
    }

    /** Nobody is told of a failure that ended before anybody took it. */
    private static RunState sourceResolved(RunState state, Instant at) {
        var quiet = state.responder().isPresent() ? state : with(state, state.silence(), Optional.empty());
        return resolved(quiet, Optional.of(at));
    }

    /** The time in which the source was quiet does not count as silence of people, and does not end it: sources flap. */
    private static RunState firedAgain(RunState state, Instant at) {
        var since = state.silence().since();
        var quiet =
                state.resolvedSince().map(from -> Duration.between(from, at)).orElse(Duration.ZERO);
        var counted = state.position() instanceof Position.Offered
                ? with(state, new Silence(since.plus(quiet), state.silence().reminded()), state.paging())
                : state;
        return resolved(counted, Optional.empty());
    }

    private static RunState reopened(RunState state, Instant at) {
        return new RunState(
                new Position.Offered(),
                Optional.empty(),
                new Silence(at, false),
                Optional.empty(),
                Optional.empty(),
                state.shown(),
                state.tries(),
                state.newer());
    }

    /** A person was heard of: silence begins anew, and nobody needs to be told any more. */
    private static RunState heard(RunState state, Instant at) {
        return with(state, new Silence(at, false), Optional.empty());
    }

    private static RunState silent(RunState state, Instant since) {
        return with(state, new Silence(since, false), state.paging());
    }

    private static RunState moved(RunState state, Position position) {
        return new RunState(
                position,
                state.responder(),
                state.silence(),
                state.paging(),
                state.resolvedSince(),
                state.shown(),
                state.tries(),
                state.newer());
    }

    private static RunState with(RunState state, Silence silence, Optional<Paging> paging) {
        return new RunState(
                state.position(),
                state.responder(),
                silence,
                paging,
                state.resolvedSince(),
                state.shown(),
                state.tries(),
                state.newer());
    }

    private static RunState resolved(RunState state, Optional<Instant> since) {
        return new RunState(
                state.position(),
                state.responder(),
                state.silence(),
                state.paging(),
                since,
                state.shown(),
                state.tries(),
                state.newer());
    }

    private static RunState newer(RunState state, Optional<Revision> newer) {
        return new RunState(
                state.position(),
                state.responder(),
                state.silence(),
                state.paging(),
                state.resolvedSince(),
                state.shown(),
                state.tries(),
                newer);
    }

    private static RunState counted(RunState state, Map<StepId, Integer> shown, Map<StepId, Tries> tries) {
        return new RunState(
                state.position(),
                state.responder(),
                state.silence(),
                state.paging(),
                state.resolvedSince(),
                shown,
                tries,
                state.newer());
    }

    private static <V> Map<StepId, V> with(Map<StepId, V> map, StepId key, V value) {
        var copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}

package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.RunState.Attention;
import dev.handrail.run.RunState.Gathering;
import dev.handrail.run.RunState.Paging;
import dev.handrail.run.RunState.Silence;
import dev.handrail.run.fact.Condition;
import dev.handrail.run.fact.Progress.Tries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How an event changes the state of a run. Decides nothing: whatever happened is true. */
final class Evolution {
    private Evolution() {}

    static RunState evolve(RunState state, RunEvent event, Instant at) {
        var attention = state.attention();
        return switch (event) {
            case RunEvent.AlertsJoined _, RunEvent.StepReported _, RunEvent.CandidatesDeclined _ -> state;
            case RunEvent.Acknowledged taken -> taken(state, taken.by(), at);
            case RunEvent.RunbookPicked picked -> taken(state, picked.by(), at);
            case RunEvent.TookOver taken -> handedTo(state, taken.by(), at);
            case RunEvent.PageTaken taken -> handedTo(state, taken.by(), at);
            case RunEvent.Opened _, RunEvent.StillOnIt _, RunEvent.WaitEnded _ -> heard(state, at);
            case RunEvent.StepShown shown -> shown(state, shown, at);
            case RunEvent.Answered answered -> answered(state, answered, at);
            case RunEvent.TryStarted started -> tried(state, started, at);
            case RunEvent.WaitBegan wait ->
                state.with(new Position.Waiting(wait.step(), wait.attempt(), wait.until(), wait.then()));
            case RunEvent.BackoffEnded _ -> backoffEnded(state, at);
            case RunEvent.Reminded _ ->
                state.with(attention.with(attention.silence().withReminder()));
            case RunEvent.Escalated escalated ->
                escalated.stops() ? state.with(new Position.Escalated(escalated.step())) : state;
            case RunEvent.LevelTold told -> state.with(attention.telling(Paging.of(told, at)));
            case RunEvent.SourceResolved _ -> sourceResolved(state, at);
            case RunEvent.SourceFiredAgain _ -> firedAgain(state, at);
            case RunEvent.Finished finished -> finished(state, finished, at);
            case RunEvent.Reopened _ -> reopened(state, at);
            case RunEvent.NewerRevision newer -> state.withNewer(newer.revision());
            case RunEvent.RevisionSwitched _ -> heard(state, at).withNewer(Optional.empty());
            case RunEvent.Held held -> held(state, held, at);
            case Act act -> Arranging.evolve(state, act, at);
        };
    }

    private static RunState finished(RunState state, RunEvent.Finished event, Instant at) {
        return state.with(new Position.Finished(event.ending(), at, event.into()))
                .with(state.attention().tellingNobody())
                .with(state.condition().believed())
                .with(state.progress().anew())
                .with(state.arrangements().over());
    }

    private static RunState held(RunState state, RunEvent.Held event, Instant at) {
        return switch (event) {
            case RunEvent.FlappingBegan began ->
                state.with(
                        state.condition().flapping(new Condition.Flapping(at.minus(began.within()), began.changes())));
            case RunEvent.FlappingEnded _ ->
                quietWhereResolved(state.with(state.condition().forgotten()));
            case RunEvent.Gathered gathered ->
                tellingNobody(state).withGathering(Optional.of(new Gathering(gathered.parent(), at)));
            case RunEvent.Released _ ->
                state.with(state.attention().with(new Silence(at, false))).withGathering(Optional.empty());
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

    static RunState handedTo(RunState state, Person by, Instant at) {
        return taken(state.with(handedTo(state, by)), by, at);
    }

    static RunState heard(RunState state, Instant at) {
        return state.with(Attention.heard(at));
    }

    /** An offer to hand over is settled by whoever takes it. */
    static RunState taken(RunState state, Person by, Instant at) {
        return heard(state, at)
                .withResponder(Optional.of(by))
                .with(state.arrangements().settled());
    }

    private static RunState shown(RunState state, RunEvent.StepShown shown, Instant at) {
        var position = new Position.OnStep(shown.step(), shown.attempt(), shown.notBefore(), Optional.empty());
        return heard(state.with(position), shown.notBefore().orElse(at))
                .with(state.progress().withShown(shown.step(), shown.attempt()));
    }

    /** The back-off runs from the end of a try, which is when its result is known. */
    private static RunState answered(RunState state, RunEvent.Answered answered, Instant at) {
        var heard = heard(state, at);
        var tries = state.progress().tries().get(answered.step());
        var reports =
                state.position() instanceof Position.OnStep now && now.openTry().isPresent();
        return tries == null || !reports
                ? heard
                : heard.with(state.progress().withTries(answered.step(), new Tries(tries.count(), at)));
    }

    private static RunState tried(RunState state, RunEvent.TryStarted started, Instant at) {
        var position =
                new Position.OnStep(started.step(), started.attempt(), Optional.empty(), Optional.of(started.number()));
        return heard(state.with(position), at)
                .with(state.progress().withTries(started.step(), new Tries(started.number(), at)));
    }

    private static RunState backoffEnded(RunState state, Instant at) {
        return state.position() instanceof Position.OnStep now
                ? state.with(new Position.OnStep(now.step(), now.attempt(), Optional.empty(), now.openTry()))
                        .with(state.attention().with(new Silence(at, false)))
                : state;
    }

    private static RunState sourceResolved(RunState state, Instant at) {
        return quietWhereResolved(state.with(state.condition().resolved(at)));
    }

    /** Nobody is told of a failure that ended before anybody took it. A source that flaps is not believed that it ended. */
    private static RunState quietWhereResolved(RunState state) {
        return state.condition().calmSince().isPresent() ? tellingNobody(state) : state;
    }

    private static RunState tellingNobody(RunState state) {
        return state.responder().isPresent()
                ? state
                : state.with(state.attention().tellingNobody());
    }

    /** The time in which the source was quiet does not count as silence of people, and does not end it. */
    private static RunState firedAgain(RunState state, Instant at) {
        var silence = state.silence();
        var quiet = state.condition()
                .calmSince()
                .map(from -> Duration.between(from, at))
                .orElse(Duration.ZERO);
        var fires = state.with(state.condition().firing(at));
        return state.position() instanceof Position.Offered
                ? fires.with(state.attention().with(new Silence(silence.since().plus(quiet), silence.reminded())))
                : fires;
    }

    private static RunState reopened(RunState state, Instant at) {
        return heard(state, at)
                .with(new Position.Offered())
                .withResponder(Optional.empty())
                .with(state.condition().firing(at));
    }
}

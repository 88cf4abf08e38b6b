package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Calling;
import dev.handrail.run.Book;
import dev.handrail.run.Cause;
import dev.handrail.run.Decision;
import dev.handrail.run.Ending;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Progress;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One decision in the making: the events so far, and the state that they lead to. */
final class Turn {
    private final Plan plan;
    private final Instant now;
    private final List<RunEvent> events = new ArrayList<>();
    private RunState state;

    Turn(Plan plan, RunState state, Instant now) {
        this.plan = plan;
        this.state = state;
        this.now = now;
    }

    Plan plan() {
        return plan;
    }

    RunState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<RunEvent> events() {
        return List.copyOf(events);
    }

    Decision accepted() {
        return new Decision.Accepted(events);
    }

    Turn add(RunEvent event) {
        events.add(event);
        state = Evolution.evolve(state, event, now);
        return this;
    }

    /** Goes where an outcome leads. {@code by} is whose answer it was; empty when a wait was over. */
    Turn arrive(Target target, Optional<Person> by) {
        return switch (target) {
            case Target.ToStep to -> show(plan.step(to.step()));
            case Target.Resolved _ -> add(new RunEvent.Finished(Ending.RESOLVED, by, ""));
            case Target.Escalate to -> escalate(Cause.OUTCOME, to.reason(), by);
            case Target.Wait wait -> await(wait);
            case Target.ToRunbook to ->
                throw new IllegalStateException("a plan holds the steps of " + to.path() + " itself; see Planner");
        };
    }

    /** Shows a step; escalates instead where every try that it allows has been made. */
    Turn show(Step step) {
        if (isUsedUp(step)) {
            return escalateAt(Optional.of(step.id()), Cause.RETRY_LIMIT, step.title(), Optional.empty());
        }
        var attempt = state.progress().shown().getOrDefault(step.id(), 0) + 1;
        var revision = plan.bookOf(step.id()).map(Book::revision);
        return add(new RunEvent.StepShown(step.id(), attempt, revision, nextTry(step)));
    }

    /** Says whether every try that a step allows has been made. */
    boolean isUsedUp(Step step) {
        var made = state.triesOf(step.id());
        return step.retry().filter(retry -> made >= retry.limit()).isPresent();
    }

    private Optional<Instant> nextTry(Step step) {
        var tries = state.progress().tries().get(step.id());
        return tries == null
                ? Optional.empty()
                : step.retry()
                        .map(retry -> tries.lastAt().plus(backoff(retry, tries)))
                        .filter(at -> at.isAfter(now));
    }

    private static Duration backoff(Retry retry, Progress.Tries tries) {
        return retry.backoff().get(tries.count() - 1);
    }

    private Turn await(Target.Wait wait) {
        if (state.position() instanceof Position.OnStep here) {
            return add(new RunEvent.WaitBegan(here.step(), here.attempt(), now.plus(wait.time()), wait.then()));
        }
        throw new IllegalStateException("only the outcome of a step can wait, not " + state.position());
    }

    /** Stops the walk where it stands and tells the first level. */
    Turn escalate(Cause cause, String reason, Optional<Person> by) {
        return escalateAt(state.step(), cause, reason, by);
    }

    private Turn escalateAt(Optional<StepId> step, Cause cause, String reason, Optional<Person> by) {
        return add(new RunEvent.Escalated(cause, reason, by, step, true)).tell(0, 0);
    }

    /** Stops the walk of a failure that no runbook knows, before its first step. Of a part of a storm nobody is told. */
    Turn escalateUnknown(String reason) {
        add(new RunEvent.Escalated(Cause.UNKNOWN_FAILURE, reason, Optional.empty(), Optional.empty(), true));
        return state.gathering().isPresent() ? this : tell(0, 0);
    }

    /** Tells a level because people are silent; the step stays open to whoever comes. */
    Turn escalateSilence(Cause cause, int level) {
        return add(new RunEvent.Escalated(cause, "", Optional.empty(), state.step(), false))
                .tell(level, 0);
    }

    /** Tells a level; one that is not told at this hour passes it on to the next. */
    Turn tell(int level, int round) {
        return tell(plan.policyAt(state.step()).toldAt(now, level), round, 0);
    }

    /** Tells the contacts of a level from one place on: only that one, where each has a time of its own. */
    private Turn tell(int level, int round, int from) {
        var told = plan.policyAt(state.step()).levels().get(level);
        var called = told.calledAt(now);
        var contacts = called.contacts();
        var end = told.between().isPresent() ? from + 1 : contacts.size();
        var next = end < contacts.size() ? end : 0;
        var calling = new Calling(from, next, called.onCall(), because());
        return add(new RunEvent.LevelTold(
                level,
                round,
                told.name(),
                contacts.subList(from, end),
                Optional.of(calling).filter(how -> !how.equals(Calling.ALL))));
    }

    private Optional<String> because() {
        return plan.stepOwner(state.step()).map(_ -> "owner of the step");
    }

    /**
     * Tells the next contact of the level that was told last, else the level after it. After the last level, all of them again as
     * often as the policy says, and then the last one again and again.
     */
    Turn tellNext(RunState.Paging paging) {
        var policy = plan.policyAt(state.step());
        if (isAnyContactLeft(policy, paging)) {
            return tell(paging.level(), paging.round(), next(policy, paging));
        }
        if (paging.level() < policy.last()) {
            return tell(paging.level() + 1, paging.round());
        }
        var round = paging.round() + 1;
        return tell(round < policy.rounds() ? 0 : policy.last(), round);
    }

    /**
     * Tells whoever is next at once, where nobody could be reached of those who were told last. Who was told before is told again
     * in its own time only: pages that fail at once must not chase each other.
     */
    Turn goOnAfter(RunState.Paging unreached) {
        var policy = plan.policyAt(state.step());
        var isDue = state.paging()
                .filter(unreached::equals)
                .filter(paging -> isAnyContactLeft(policy, paging) || paging.level() < policy.last())
                .isPresent();
        return isDue ? tellNext(unreached) : this;
    }

    private boolean isAnyContactLeft(EscalationPolicy policy, RunState.Paging paging) {
        return paging.next() > 0
                && next(policy, paging) < called(policy, paging).contacts().size();
    }

    /** Whoever came on call since has contacts of their own, of whom none has been told. */
    private int next(EscalationPolicy policy, RunState.Paging paging) {
        return called(policy, paging).onCall().equals(paging.onCall()) ? paging.next() : 0;
    }

    private Level.Called called(EscalationPolicy policy, RunState.Paging paging) {
        return policy.levels().get(paging.level()).calledAt(now);
    }

    /** Returns the place of the level above whoever has taken the escalation. */
    int levelAbove() {
        return Math.min(1, plan.policyAt(state.step()).levels().size() - 1);
    }
}

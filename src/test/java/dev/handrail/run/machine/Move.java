package dev.handrail.run.machine;

import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Book;
import dev.handrail.run.Command;
import dev.handrail.run.Fault;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Moved;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** A random wish, made a command by the state that it meets. {@code pick} chooses people, outcomes and stale attempts. */
record Move(Wish wish, int pick, Duration pause) {
    private static final List<Person> PEOPLE = List.of(Walks.ANA, Walks.BEN, Walks.MARTA);
    private static final Revision NEWER = Revision.of("newer");
    private static final StepId NOWHERE = new StepId("nowhere");

    enum Wish {
        /** What a person who follows the runbook would do next. */
        WALK_ON,
        ACKNOWLEDGE,
        TAKE_OVER,
        TAKE_PAGE,
        ANSWER,
        START_TRY,
        SOMETHING_ELSE,
        ESCALATE,
        GO_ON,
        STILL_ON_IT,
        RESOLVE,
        REPORT,
        SKIP,
        BACK,
        NOTE,
        HAND_OVER,
        ACCEPT,
        DECLINE,
        SEVERITY,
        MUTE,
        ADD_PERSON,
        CHANGE_RUNBOOK,
        REOPEN_BY_HAND,
        MERGE,
        REGROUP,
        NOTICE_REVISION,
        SWITCH_REVISION,
        STALE_ANSWER,
        STALE_TRY,
        STALE_SOMETHING_ELSE,
        STALE_GO_ON,
        ALERTS_JOIN,
        SOURCE_RESOLVES,
        SOURCE_FIRES,
        SOURCE_TOGGLES,
        REOPEN,
        GATHER,
        RELEASE,
        PAGE_FAILED,
        CLOCK_NOW,
        CLOCK_AT_DEADLINE
    }

    static Arbitrary<List<Move>> moves() {
        var often = Arbitraries.of(Wish.WALK_ON, Wish.WALK_ON, Wish.WALK_ON, Wish.CLOCK_AT_DEADLINE);
        var source = Arbitraries.of(Wish.SOURCE_RESOLVES, Wish.SOURCE_FIRES, Wish.SOURCE_TOGGLES, Wish.SOURCE_TOGGLES);
        var wishes = Arbitraries.oneOf(often, often, often, source, Arbitraries.of(Wish.class));
        var pauses =
                Arbitraries.of(0L, 0L, 1L, 30L, 120L, 600L, 3_600L, 259_200L).map(Duration::ofSeconds);
        return Combinators.combine(wishes, Arbitraries.integers().between(0, 59), pauses)
                .as(Move::new)
                .list()
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    Instant now(Plan plan, RunState state, Instant before) {
        if (wish == Wish.CLOCK_AT_DEADLINE) {
            return RunMachine.deadline(plan, state).filter(before::isBefore).orElse(before);
        }
        return before.plus(pause);
    }

    Command command(Plan plan, RunState state) {
        var by = PEOPLE.get(pick % PEOPLE.size());
        var step = state.step().orElse(NOWHERE);
        var attempt = attempt(state);
        return switch (wish) {
            case WALK_ON -> walkOn(plan, state, by);
            case ACKNOWLEDGE -> new Command.Acknowledge(by);
            case TAKE_OVER -> new Command.TakeOver(by);
            case TAKE_PAGE -> new Command.TakePage(by);
            case ANSWER -> new Command.Answer(by, step, attempt, outcome(plan, state));
            case START_TRY -> new Command.StartTry(by, step, attempt, Math.max(0, pick % 10 - 7));
            case SOMETHING_ELSE -> new Command.SomethingElse(by, step, attempt, "It smells of smoke");
            case ESCALATE -> new Command.Escalate(by, "Help");
            case GO_ON -> new Command.GoOn(by, step, attempt);
            case STILL_ON_IT -> new Command.StillOnIt(state.responder().orElse(by));
            case RESOLVE -> new Command.Resolve(by, "It went away");
            case REPORT -> new Command.ReportStep(by, anywhere(plan), Fault.UNCLEAR, "Which queue?");
            case SKIP -> new Command.Skip(by, step, attempt, "Not today");
            case BACK -> new Command.StepBack(by, step, attempt);
            case NOTE -> new Command.AddNote(by, "The queue is full", pick % 2 == 0);
            case HAND_OVER -> handOver(state, by);
            case ACCEPT -> new Command.AcceptHandover(asked(state, by));
            case DECLINE -> new Command.DeclineHandover(asked(state, by));
            case SEVERITY ->
                new Command.ChangeSeverity(
                        by, Severity.MEDIUM, List.of(Severity.values()).get(pick % 4), "");
            case MUTE -> new Command.Mute(by, Rehearsal.NOON.plusSeconds(600L * pick), pick, "Known");
            case ADD_PERSON -> new Command.AddPerson(by, PEOPLE.get(pick / 3 % PEOPLE.size()), "");
            case CHANGE_RUNBOOK ->
                new Command.ChangeRunbook(
                        state.responder().orElse(by), "another", new Newer.Available(plan, NEWER, ""), "It is another");
            case REOPEN_BY_HAND -> new Command.ReopenByHand(by, "Still broken");
            case MERGE -> new Command.MergeInto(by, new IncidentId(7), "One outage");
            case REGROUP -> new Command.Regroup(regrouped(by));
            case NOTICE_REVISION ->
                new Command.NoticeRevision(pick % 3 == 0 ? Optional.empty() : Optional.of(NEWER), "step 1 reworded");
            case SWITCH_REVISION ->
                new Command.SwitchRevision(
                        by,
                        step,
                        attempt,
                        NEWER,
                        pick % 5 == 0 ? new Newer.Nothing() : new Newer.Available(plan, NEWER, "step 1 reworded"));
            case STALE_ANSWER -> new Command.Answer(by, anywhere(plan), attempt - pick % 3, "outcome 0");
            case STALE_TRY -> new Command.StartTry(by, anywhere(plan), attempt - pick % 3, 0);
            case STALE_SOMETHING_ELSE -> new Command.SomethingElse(by, anywhere(plan), attempt - pick % 3, "Smoke");
            case STALE_GO_ON -> new Command.GoOn(by, anywhere(plan), attempt - pick % 3);
            case ALERTS_JOIN -> new Command.JoinAlerts(pick, "digest");
            case SOURCE_RESOLVES -> new Command.SourceResolves();
            case SOURCE_FIRES -> new Command.SourceFires();
            case SOURCE_TOGGLES ->
                state.resolvedSince().isPresent() ? new Command.SourceFires() : new Command.SourceResolves();
            case GATHER -> new Command.Gather(new IncidentId(12), "5 failure modes on system erp within 5 min");
            case RELEASE -> new Command.Release("the storm is over");
            case REOPEN -> new Command.Reopen("It fires again");
            case PAGE_FAILED ->
                new Command.PageFailed(
                        state.paging().orElse(new RunState.Paging(pick % 2, 0, Rehearsal.NOON, 0, Optional.empty())));
            case CLOCK_NOW, CLOCK_AT_DEADLINE -> new Command.ClockStrikes();
        };
    }

    private Act.Regrouped regrouped(Person by) {
        var moved = new Moved(new IncidentId(7), pick, "digest");
        return switch (pick % 3) {
            case 0 -> new Act.MergedIn(by, moved, "");
            case 1 -> new Act.SplitOff(by, moved, "");
            default -> new Act.SplitFrom(by, moved, "");
        };
    }

    private Command handOver(RunState state, Person by) {
        return new Command.OfferHandover(state.responder().orElse(by), PEOPLE.get(pick / 3 % PEOPLE.size()), "");
    }

    private static Person asked(RunState state, Person otherwise) {
        return state.arrangements().handover().map(offer -> offer.to()).orElse(otherwise);
    }

    private Command walkOn(Plan plan, RunState state, Person by) {
        var offered = state.arrangements().handover();
        if (offered.isPresent() && pick % 3 != 0) {
            var to = offered.get().to();
            return pick % 3 == 1 ? new Command.AcceptHandover(to) : new Command.DeclineHandover(to);
        }
        if (offered.isEmpty() && pick % 20 == 7) {
            return handOver(state, by);
        }
        return switch (state.position()) {
            case Position.Offered _ -> new Command.Acknowledge(by);
            case Position.OnStep now -> onStep(plan.step(now.step()), now, by);
            case Position.Waiting now -> new Command.GoOn(by, now.step(), now.attempt());
            case Position.Escalated _ -> new Command.TakePage(by);
            case Position.HandedOff _ -> new Command.Resolve(by, "It went away");
            case Position.Finished _ -> new Command.Reopen("It fires again");
        };
    }

    private Command onStep(Step step, Position.OnStep now, Person by) {
        if (step.retry().isPresent() && now.openTry().isEmpty()) {
            return new Command.StartTry(by, now.step(), now.attempt(), 0);
        }
        var outcomes = step.outcomes().size();
        var most = step.retry().isPresent() ? Math.min(2, outcomes) : outcomes;
        return new Command.Answer(
                by, now.step(), now.attempt(), step.outcomes().get(pick % most).label());
    }

    private String outcome(Plan plan, RunState state) {
        var outcomes = state.step().map(plan::step).map(Step::outcomes).orElse(List.of());
        return pick % 10 == 9 || outcomes.isEmpty()
                ? "never written"
                : outcomes.get(pick % outcomes.size()).label();
    }

    private StepId anywhere(Plan plan) {
        var steps = plan.books().stream()
                .map(Book::walk)
                .flatMap(walk -> walk.steps().stream())
                .map(Step::id)
                .toList();
        return steps.isEmpty() ? NOWHERE : steps.get(pick % steps.size());
    }

    private static int attempt(RunState state) {
        return switch (state.position()) {
            case Position.OnStep now -> now.attempt();
            case Position.Waiting now -> now.attempt();
            case Position.Offered _, Position.Escalated _, Position.HandedOff _, Position.Finished _ -> 1;
        };
    }
}

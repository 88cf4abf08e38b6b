package dev.handrail.run.machine;

import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.run.Cause;
import dev.handrail.run.Decision;
import dev.handrail.run.Ending;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When silence becomes an event. What is due is read from the state alone, so a deadline that was overtaken is simply not
 * there any more.
 */
final class Clock {
    /** How long a source must stay quiet before an incident that nobody acknowledged closes. */
    static final Duration UNATTENDED_QUIET = Duration.ofMinutes(15);

    /** Whoever took an escalation works without steps: they get this many times the silence that a step gets. */
    private static final int HAND_OFF_PATIENCE = 4;

    private Clock() {}

    /** What strikes. */
    enum Strike {
        WAIT_OVER,
        STEADY,
        SOURCE_QUIET,
        UNATTENDED_QUIET,
        PAGE_UNANSWERED,
        HANDOVER_UNANSWERED,
        BACKOFF_OVER,
        SILENCE,
        STORM_TOO_LONG
    }

    record Due(Instant at, Strike strike) {}

    static Optional<Due> next(Plan plan, RunState state) {
        return dues(plan, state).stream().min(Comparator.comparing(Due::at).thenComparing(Due::strike));
    }

    /** Does the one thing that has been due longest; nothing when nothing is. */
    static Decision strike(Turn turn) {
        var due = next(turn.plan(), turn.state()).filter(next -> !next.at().isAfter(turn.now()));
        due.ifPresent(next -> strike(turn, next.strike()));
        return turn.accepted();
    }

    private static void strike(Turn turn, Strike strike) {
        switch (strike) {
            case WAIT_OVER -> endWait(turn);
            case STEADY -> Flap.settle(turn);
            case SOURCE_QUIET -> turn.add(new RunEvent.Finished(Ending.RESOLVED_BY_SOURCE, Optional.empty(), ""));
            case UNATTENDED_QUIET -> turn.add(new RunEvent.Finished(Ending.RESOLVED_UNATTENDED, Optional.empty(), ""));
            case PAGE_UNANSWERED -> turn.state().paging().ifPresent(turn::tellNext);
            case HANDOVER_UNANSWERED ->
                HandingOver.pending(turn.state()).ifPresent(offer -> HandingOver.lapse(turn, offer));
            case BACKOFF_OVER -> endBackoff(turn);
            case SILENCE -> breakSilence(turn);
            case STORM_TOO_LONG -> turn.state().gathering().ifPresent(storm -> Gathering.outlasted(turn, storm));
        }
    }

    private static void endWait(Turn turn) {
        if (turn.state().position() instanceof Position.Waiting now) {
            turn.add(new RunEvent.WaitEnded(Optional.empty())).arrive(now.then(), Optional.empty());
        }
    }

    private static void endBackoff(Turn turn) {
        if (turn.state().position() instanceof Position.OnStep now) {
            turn.add(new RunEvent.BackoffEnded(now.step(), now.attempt()));
        }
    }

    private static void breakSilence(Turn turn) {
        var patience = patience(turn.plan(), turn.state());
        var end = silentSince(turn.state()).plus(patience.multipliedBy(2));
        if (turn.now().isBefore(end)) {
            turn.add(new RunEvent.Reminded(turn.state().step()));
            return;
        }
        switch (turn.state().position()) {
            case Position.Offered _ -> turn.escalateSilence(Cause.NOT_ACKNOWLEDGED, 0);
            case Position.HandedOff _ -> turn.escalateSilence(Cause.OWNER_SILENT, turn.levelAbove());
            case Position.OnStep _, Position.Waiting _, Position.Escalated _, Position.Finished _ ->
                turn.escalateSilence(Cause.NO_ANSWER, 0);
        }
    }

    private static List<Due> dues(Plan plan, RunState state) {
        var dues = new ArrayList<Due>();
        if (!state.isOpen()) {
            return dues;
        }
        state.condition().calmSince().ifPresent(since -> addQuiet(dues, plan, state, since));
        Flap.end(state.condition()).ifPresent(at -> dues.add(new Due(at, Strike.STEADY)));
        if (state.isHeldByStorm()) {
            state.gathering().map(Gathering::end).ifPresent(at -> dues.add(new Due(at, Strike.STORM_TOO_LONG)));
        }
        state.paging().ifPresent(paging -> dues.add(unanswered(plan, state, paging)));
        HandingOver.pending(state).ifPresent(offer -> dues.add(new Due(offer.until(), Strike.HANDOVER_UNANSWERED)));
        switch (state.position()) {
            case Position.Waiting now -> dues.add(new Due(now.until(), Strike.WAIT_OVER));
            case Position.OnStep now ->
                now.notBefore()
                        .ifPresentOrElse(
                                at -> dues.add(new Due(at, Strike.BACKOFF_OVER)), () -> addSilence(dues, plan, state));
            case Position.Offered _
            when state.isHeldByStorm() || state.condition().calmSince().isPresent() -> {}
            case Position.Offered _, Position.HandedOff _ -> addSilence(dues, plan, state);
            case Position.Escalated _, Position.Finished _ -> {}
        }
        return dues;
    }

    private static void addQuiet(List<Due> dues, Plan plan, RunState state, Instant since) {
        if (plan.resolve() instanceof Resolution.Quiet quiet) {
            dues.add(new Due(since.plus(quiet.time()), Strike.SOURCE_QUIET));
        }
        var nobody = state.responder().isEmpty()
                && state.paging().isEmpty()
                && (state.position() instanceof Position.Offered || state.position() instanceof Position.Escalated);
        if (nobody) {
            dues.add(new Due(since.plus(UNATTENDED_QUIET), Strike.UNATTENDED_QUIET));
        }
    }

    private static Due unanswered(Plan plan, RunState state, RunState.Paging paging) {
        var policy = plan.policyAt(state.step());
        var wait = Optional.of(policy.levels().get(paging.level()))
                .filter(_ -> paging.next() > 0)
                .flatMap(Level::between)
                .orElseGet(() -> policy.patience(paging.level(), paging.round()));
        return new Due(paging.toldAt().plus(wait), Strike.PAGE_UNANSWERED);
    }

    /** While somebody is being told, silence has its own clock: the level's. */
    private static void addSilence(List<Due> dues, Plan plan, RunState state) {
        if (state.paging().isEmpty()) {
            var times = state.silence().reminded() ? 2 : 1;
            var patience = patience(plan, state).multipliedBy(times);
            dues.add(new Due(silentSince(state).plus(patience), Strike.SILENCE));
        }
    }

    /** Where somebody wanted quiet, silence counts from the end of it. */
    private static Instant silentSince(RunState state) {
        var since = state.silence().since();
        return state.arrangements().quietUntil().filter(since::isBefore).orElse(since);
    }

    private static Duration patience(Plan plan, RunState state) {
        EscalationPolicy policy = plan.policyAt(state.step());
        return switch (state.position()) {
            case Position.Offered _ -> policy.acknowledgeWithin();
            case Position.HandedOff _ -> policy.stepWithin().multipliedBy(HAND_OFF_PATIENCE);
            case Position.OnStep _, Position.Waiting _, Position.Escalated _, Position.Finished _ ->
                policy.stepWithin();
        };
    }
}

package dev.handrail.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import dev.handrail.run.Cause;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Ending;
import dev.handrail.run.Happened;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for every run, whatever people, sources and clocks do. What holds of tries is in {@code RunMachineTryPropertyTest}. */
class RunMachinePropertyTest {
    private static final int STATE_LIMIT = 16_384;
    private static final int STRIKES_AT_ONCE = 10;

    /** Random plans offer no runbooks: what comes of offers is told in tests of its own. */
    private static final Set<Class<?>> OF_OFFERS =
            Set.of(RunEvent.RunbookPicked.class, RunEvent.CandidatesDeclined.class);

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(RandomPlans.plans(), Move.moves()).as(History::of);
    }

    @Property
    void theStateIsWhatItsEventsGiveWhenReadBackAndReplayed(@ForAll("histories") History history) {
        var replayed = RunState.BEFORE;
        for (var happened : history.happened()) {
            var read = Json.read(Json.write(happened.event()), RunEvent.class);
            assertThat(read).isEqualTo(happened.event());
            replayed = RunMachine.evolve(replayed, read, happened.at());
        }
        assertThat(replayed).isEqualTo(history.last());
    }

    @Property
    void theStateIsSmallAndReadsBackAsItWas(@ForAll("histories") History history) {
        for (var state : history.states()) {
            var json = Json.write(state);
            assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(STATE_LIMIT);
            assertThat(Json.read(json, RunState.class)).isEqualTo(state);
        }
    }

    @Property
    void aButtonCountsOnce(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            var button = moment.command() instanceof Command.Answer
                    || moment.command() instanceof Command.StartTry
                    || moment.command() instanceof Command.GoOn
                    || moment.command() instanceof Command.SwitchRevision
                    || moment.command() instanceof Command.Skip
                    || moment.command() instanceof Command.StepBack
                    || moment.command() instanceof Command.AcceptHandover
                    || moment.command() instanceof Command.DeclineHandover
                    || moment.command() instanceof Command.SomethingElse;
            if (button && !moment.events().isEmpty()) {
                assertThat(RunMachine.decide(history.plan(), moment.after(), moment.command(), moment.at()))
                        .as("%s again", moment.command())
                        .isInstanceOf(Decision.Refused.class);
            }
        }
    }

    @Property
    void anOpenRunHasADeadlineAndAFinishedOneHasNone(@ForAll("histories") History history) {
        for (var state : history.states()) {
            assertThat(RunMachine.deadline(history.plan(), state).isPresent())
                    .as("%s", state)
                    .isEqualTo(state.isOpen());
            assertThat(state.isOpen() || state.paging().isEmpty())
                    .as("nobody is told of what is over: %s", state)
                    .isTrue();
        }
    }

    @Property
    void theClockActsAtTheDeadlineAndNotBefore(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            var deadline = RunMachine.deadline(history.plan(), moment.after());
            if (deadline.isEmpty()) {
                continue;
            }
            var due = deadline.get().isBefore(moment.at()) ? moment.at() : deadline.get();
            assertThat(struck(history, moment.after(), due)).isNotEqualTo(moment.after());
            assertThat(struck(history, moment.after(), deadline.get().minusNanos(1_000)))
                    .isEqualTo(moment.after());
        }
    }

    @Property
    void howeverLateTheClockIsItComesToRest(@ForAll("histories") History history) {
        var now = history.end().plus(Duration.ofDays(3));
        var state = history.last();
        for (var strikes = 0; isDue(history, state, now); strikes++) {
            assertThat(strikes).as("strikes at one moment").isLessThan(STRIKES_AT_ONCE);
            state = struck(history, state, now);
        }
    }

    @Property
    void anEscalationTellsSomebodyUnlessAStormDoes(@ForAll("histories") History history) {
        var happened = history.happened();
        for (var place = 0; place < happened.size(); place++) {
            if (happened.get(place).event() instanceof RunEvent.Escalated escalated
                    && (escalated.cause() != Cause.UNKNOWN_FAILURE || !isGathered(happened.subList(0, place)))) {
                assertThat(happened.get(place + 1).event())
                        .isInstanceOfSatisfying(
                                RunEvent.LevelTold.class,
                                told -> assertThat(told.tell()).isNotEmpty());
            }
        }
    }

    private static boolean isGathered(List<Happened> happened) {
        return RunMachine.replay(happened).gathering().isPresent();
    }

    @Property
    void anEscalationThatNobodyTookIsBeingToldUnlessTheSourceResolvedItOrAStormHoldsIt(
            @ForAll("histories") History history) {
        for (var state : history.states()) {
            if (state.position() instanceof Position.Escalated && state.paging().isEmpty()) {
                assertThat(state.resolvedSince().isPresent() || state.isHeldByStorm())
                        .as("%s", state)
                        .isTrue();
                assertThat(state.responder()).as("%s", state).isEmpty();
            }
        }
    }

    @Property
    void aPersonIsNeverLost(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            var reopened = moment.events().stream().anyMatch(event -> event instanceof RunEvent.Reopened);
            if (moment.before().responder().isPresent() && !reopened) {
                assertThat(moment.after().responder()).as("%s", moment).isPresent();
            }
            switch (moment.after().position()) {
                case Position.OnStep _, Position.Waiting _ ->
                    assertThat(moment.after().responder()).isPresent();
                case Position.HandedOff now ->
                    assertThat(moment.after().responder()).contains(now.to());
                case Position.Offered _ ->
                    assertThat(moment.after().responder()).isEmpty();
                case Position.Escalated _, Position.Finished _ -> {}
            }
        }
    }

    @Property
    void onlyARunbookLetsASourceEndWhatAPersonIsOn(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (!(moment.after().position() instanceof Position.Finished over)
                    || !moment.before().isOpen()) {
                continue;
            }
            switch (over.ending()) {
                case RESOLVED, MERGED ->
                    assertThat(moment.isByPerson()).as("%s", moment).isTrue();
                case RESOLVED_BY_SOURCE ->
                    assertThat(history.plan().resolve()).isNotInstanceOf(Resolution.Verify.class);
                case RESOLVED_UNATTENDED ->
                    assertThat(moment.before().responder()).as("%s", moment).isEmpty();
            }
        }
    }

    @Property
    void whatWasMergedIsNeverOpenedAgain(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (moment.before().position() instanceof Position.Finished over && over.ending() == Ending.MERGED) {
                assertThat(moment.after().position()).isEqualTo(over);
                assertThat(over.into()).isPresent();
            }
        }
    }

    @Property
    void refusedAndEmptyDecisionsChangeNothing(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (moment.events().isEmpty()) {
                assertThat(moment.after()).isEqualTo(moment.before());
            }
            var changes = !(moment.command() instanceof Command.AtAnyTime);
            if (!moment.before().isOpen() && moment.isByPerson() && changes) {
                assertThat(moment.decision()).isInstanceOf(Decision.Refused.class);
            }
        }
    }

    @Property
    void aRunGoesOnWithAnyOtherRunbookAndPassesOverNothingThatChangesSomething(
            @ForAll("histories") History history, @ForAll("plans") Plan other) {
        var newer = Revision.of("newer");
        for (var state : history.states()) {
            if (other.book().isEmpty() || !(state.position() instanceof Position.OnStep now)) {
                continue;
            }
            var asked = new Command.SwitchRevision(
                    Walks.ANA, now.step(), now.attempt(), newer, new Newer.Available(other, newer, "all of it"));
            var at = history.end();
            if (!(RunMachine.decide(history.plan(), state, asked, at) instanceof Decision.Accepted accepted)) {
                assertThat(now.openTry()).as("a try runs").isPresent();
                continue;
            }
            var after = state;
            for (var event : accepted.events()) {
                after = RunMachine.evolve(after, event, at);
            }
            assertThat(after.progress().tries()).isEqualTo(state.progress().tries());
            assertThat(RunMachine.deadline(other, after)).isPresent();
            assertThat(after.step().flatMap(other::find)).isPresent();
            var landing = after.step().orElseThrow();
            var book = other.bookOf(landing);
            if (!landing.equals(now.step()) && book.isPresent()) {
                assertThat(book.get().walk().steps().stream()
                                .takeWhile(step -> !step.id().equals(landing)))
                        .as("what is passed over to %s", landing)
                        .allSatisfy(step -> assertThat(state.progress().shown()).containsKey(step.id()));
            }
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        return RandomPlans.plans();
    }

    @Property
    void theseHistoriesGoEverywhere(@ForAll("histories") History history) {
        history.states()
                .forEach(state -> Statistics.label("positions")
                        .collect(state.position().getClass().getSimpleName()));
        history.happened()
                .forEach(happened -> Statistics.label("events")
                        .collect(happened.event().getClass().getSimpleName()));
        Statistics.label("positions").coverage(met -> {
            for (var position : Position.class.getPermittedSubclasses()) {
                met.check(position.getSimpleName()).count(count -> count > 100);
            }
        });
        Statistics.label("events").coverage(met -> {
            for (var event : Kinds.of(RunEvent.class)) {
                if (!OF_OFFERS.contains(event)) {
                    met.check(event.getSimpleName()).count(count -> count > 0);
                }
            }
        });
    }

    private static boolean isDue(History history, RunState state, Instant now) {
        return RunMachine.deadline(history.plan(), state)
                .filter(at -> !at.isAfter(now))
                .isPresent();
    }

    private static RunState struck(History history, RunState before, Instant now) {
        var state = before;
        if (RunMachine.decide(history.plan(), before, new Command.ClockStrikes(), now)
                instanceof Decision.Accepted accepted) {
            for (var event : accepted.events()) {
                state = RunMachine.evolve(state, event, now);
            }
        }
        return state;
    }
}

package dev.handrail.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Condition;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every run while it is held: by a source that flaps, or by a storm that it is a part of. */
class RunMachineHeldPropertyTest {
    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(RandomPlans.plans(), Move.moves()).as(History::of);
    }

    @Property
    void whileTheSourceFlapsOnlyAPersonEndsTheRunAndNobodyElseIsAskedWhetherItIsOver(
            @ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (isFlapping(moment.before()) && isFlapping(moment.after()) && !moment.isByPerson()) {
                assertThat(moment.after().isOpen()).as("%s", moment).isTrue();
            }
            if (isFlapping(moment.before()) && !moment.after().isOpen()) {
                assertThat(moment.isByPerson() || has(moment, RunEvent.FlappingEnded.class))
                        .as("%s", moment)
                        .isTrue();
            }
            if (isFlapping(moment.after()) && has(moment, RunEvent.SourceResolved.class)) {
                assertThat(moment.events()).as("%s", moment).noneMatch(event -> event instanceof RunEvent.StepShown);
            }
        }
    }

    @Property
    void whileTheSourceFlapsAChangeOfItsMindTellsNobodyWhoHasBeenTold(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            var toggles = has(moment, RunEvent.SourceResolved.class) || has(moment, RunEvent.SourceFiredAgain.class);
            if (toggles
                    && isFlapping(moment.before())
                    && moment.before().paging().isPresent()) {
                assertThat(moment.after().paging()).isEqualTo(moment.before().paging());
                assertThat(moment.events()).noneMatch(event -> event instanceof RunEvent.LevelTold);
            }
        }
    }

    @Property
    void whatNobodyHasAcknowledgedIsHeardOfHoweverItsSourceFlaps(@ForAll("histories") History history) {
        for (var state : history.states()) {
            if (isFlapping(state) && state.position() instanceof Position.Offered && !state.isHeldByStorm()) {
                var latest = state.paging()
                        .map(paging -> paging.toldAt().plus(longest(history.plan())))
                        .orElseGet(() -> state.silence()
                                .since()
                                .plus(patience(history.plan()).multipliedBy(2)));
                assertThat(RunMachine.deadline(history.plan(), state).orElseThrow())
                        .as("%s", state)
                        .isBeforeOrEqualTo(latest);
            }
        }
    }

    @Property
    void aSourceIsBelievedAgainWithinAQuarterOfAnHourOfItsLastChange(@ForAll("histories") History history) {
        for (var state : history.states()) {
            if (isFlapping(state)) {
                assertThat(RunMachine.deadline(history.plan(), state).orElseThrow())
                        .isBeforeOrEqualTo(state.condition().changes().getLast().plus(Condition.STEADY));
            }
        }
    }

    @Property
    void aPartOfAStormThatNobodyTouchedTellsNobodyUntilItIsReleased(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            if (moment.before().isHeldByStorm() && !moment.isByPerson() && !has(moment, RunEvent.Released.class)) {
                assertThat(moment.events())
                        .as("%s", moment)
                        .noneMatch(event -> event instanceof RunEvent.LevelTold || event instanceof RunEvent.Reminded);
            }
        }
    }

    @Property
    void aPartOfAStormThatIsReleasedWhileItFiresIsHeardOfLikeANewOne(@ForAll("histories") History history) {
        for (var moment : history.moments()) {
            var after = moment.after();
            if (has(moment, RunEvent.Released.class)
                    && after.isOpen()
                    && after.condition().calmSince().isEmpty()) {
                assertThat(after.gathering()).isEmpty();
                if (after.position() instanceof Position.Escalated) {
                    assertThat(after.paging()).as("%s", moment).isPresent();
                }
                if (after.position() instanceof Position.Offered
                        && after.paging().isEmpty()) {
                    assertThat(after.silence()).isEqualTo(new RunState.Silence(moment.at(), false));
                }
            }
        }
    }

    private static boolean isFlapping(RunState state) {
        return state.condition().flapping().isPresent();
    }

    private static boolean has(History.Moment moment, Class<? extends RunEvent> kind) {
        return moment.events().stream().anyMatch(kind::isInstance);
    }

    private static Duration patience(Plan plan) {
        return plan.policyAt(Optional.empty()).acknowledgeWithin();
    }

    private static Duration longest(Plan plan) {
        return plan.policyAt(Optional.empty()).levels().stream()
                .map(level -> level.acknowledgeWithin())
                .max(Duration::compareTo)
                .orElseThrow();
    }
}

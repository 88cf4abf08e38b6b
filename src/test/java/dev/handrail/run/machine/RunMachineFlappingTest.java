package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.CONFIRM;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Command;
import dev.handrail.run.Ending;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.fact.Condition;
import dev.handrail.runbook.Resolution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A source that changes its mind again and again. */
class RunMachineFlappingTest {
    private static final Command RESOLVES = new Command.SourceResolves();
    private static final Command FIRES = new Command.SourceFires();

    @Nested
    class GivenAnOfferedRun {
        private final Rehearsal run = Rehearsal.of(Walks.walked());

        @Test
        void whenTheSourceChangesThreeTimes_thenItIsBelieved() {
            run.toggles(3);

            assertThat(run.state().condition().flapping()).isEmpty();
        }

        @Test
        void whenItChangesAFourthTime_thenItFlaps() {
            run.toggles(3).after(ofMinutes(26));

            assertThat(Told.of(run.gives(FIRES))).isEqualTo("SourceFiredAgain + FlappingBegan");
            assertThat(run.state().condition().flapping())
                    .contains(new Condition.Flapping(Rehearsal.NOON.plus(ofMinutes(1)), 4));
        }

        @Test
        void whenFourChangesTakeLongerThanHalfAnHour_thenItIsBelieved() {
            run.toggles(3).after(ofMinutes(29));

            assertThat(Told.of(run.gives(FIRES))).isEqualTo("SourceFiredAgain");
        }

        @Test
        void whenItGoesOnFlapping_thenItsChangesAreCounted() {
            run.toggles(9);

            assertThat(run.state().condition().flapping())
                    .contains(new Condition.Flapping(Rehearsal.NOON.plus(ofMinutes(1)), 9));
            assertThat(run.state().condition().changes()).hasSize(Condition.TELLING);
        }

        @Test
        void whenItFlapsAndNobodyComes_thenPeopleAreRemindedAndToldAllTheSame() {
            run.toggles(4);

            assertThat(Told.of(run.strikes())).isEqualTo("Reminded");
            run.after(ofMinutes(1)).does(RESOLVES);
            assertThat(Told.of(run.strikes())).isEqualTo("Escalated(NOT_ACKNOWLEDGED) + LevelTold(0.0)");
        }

        @Test
        void whenItStaysQuietForAQuarterOfAnHour_thenItClosesAsOneThatNobodyAttendedTo() {
            run.toggles(5);
            var quiet = run.now();

            var last = "";
            while (run.state().isOpen()) {
                last = Told.of(run.strikes());
            }
            assertThat(last).isEqualTo("Finished(RESOLVED_UNATTENDED)");
            assertThat(run.now()).isEqualTo(quiet.plus(ofMinutes(15)));
        }

        @Test
        void whenItIsAcknowledgedWhileTheSourceIsQuiet_thenItsFirstStepIsShown() {
            run.toggles(5).does(new Command.Acknowledge(ANA));

            assertThat(run.step()).isEqualTo(Walks.LOOK);
        }
    }

    @Nested
    class GivenAResponder {
        private final Rehearsal run = Rehearsal.acknowledged(Walks.walked()).toggles(4);

        @Test
        void whenTheSourceResolvesAgain_thenTheyAreNotAskedAgainWhetherItIsOver() {
            assertThat(run.step()).isEqualTo(CONFIRM);
            run.answers("Some are missing");

            assertThat(Told.of(run.after(ofMinutes(1)).gives(RESOLVES))).isEqualTo("SourceResolved");
        }

        @Test
        void whenItThenStaysQuietForAQuarterOfAnHour_thenTheyAreAsked() {
            run.answers("Some are missing").after(ofMinutes(1)).does(RESOLVES);
            run.after(ofMinutes(14)).does(new Command.StillOnIt(ANA)).after(ofMinutes(1));

            assertThat(Told.of(run.strikesNow())).isEqualTo("FlappingEnded + StepShown(confirm 2)");
        }

        @Test
        void whenItFiresForAQuarterOfAnHour_thenItIsBelievedAndTheWalkGoesOn() {
            run.after(ofMinutes(14)).does(new Command.StillOnIt(ANA)).after(ofMinutes(1));

            assertThat(Told.of(run.strikesNow())).isEqualTo("FlappingEnded");
            assertThat(run.state().condition().changes()).isEmpty();
        }
    }

    @Nested
    class GivenAnEscalationThatNobodyHasTaken {
        private final Rehearsal run = Rehearsal.of(Walks.unknown()).toggles(3);

        @Test
        void whenTheSourceFlaps_thenItIsToldOnceMoreAndNotForEveryChange() {
            run.after(ofMinutes(1));

            assertThat(Told.of(run.gives(FIRES))).isEqualTo("SourceFiredAgain + FlappingBegan + LevelTold(0.0)");
            assertThat(Told.of(run.after(ofMinutes(1)).gives(RESOLVES))).isEqualTo("SourceResolved");
            assertThat(run.state().paging()).isPresent();
            assertThat(Told.of(run.after(ofMinutes(1)).gives(FIRES))).isEqualTo("SourceFiredAgain");
        }

        @Test
        void whenNobodyTakesItWhileTheSourceFlaps_thenTheNextLevelIsTold() {
            run.toggles(2);

            assertThat(Told.of(run.strikes())).isEqualTo("LevelTold(1.0)");
        }
    }

    @Nested
    class GivenARunbookThatLetsTheSourceEndIt {
        private final Rehearsal run = Rehearsal.of(resolving(new Resolution.Auto()));

        @Test
        void whenItIsClosedAndReopenedAgainAndAgain_thenItIsHeldOpen() {
            run.does(RESOLVES).does(new Command.Reopen("fired again")).does(RESOLVES);

            assertThat(Told.of(run.gives(new Command.Reopen("fired again")))).isEqualTo("Reopened + FlappingBegan");
            assertThat(Told.of(run.after(ofMinutes(1)).gives(RESOLVES))).isEqualTo("SourceResolved");
            assertThat(run.position()).isEqualTo(new Position.Offered());
        }

        @Test
        void whenTheSourceIsThenQuietForAQuarterOfAnHour_thenItCloses() {
            run.toggles(1).does(new Command.Reopen("fired again")).does(RESOLVES);
            run.does(new Command.Reopen("fired again")).does(new Command.Acknowledge(ANA));
            run.does(RESOLVES)
                    .after(ofMinutes(14))
                    .does(new Command.StillOnIt(ANA))
                    .after(ofMinutes(1));

            assertThat(Told.of(run.strikesNow())).isEqualTo("FlappingEnded + Finished(RESOLVED_BY_SOURCE)");
            assertThat(run.position()).isEqualTo(new Position.Finished(Ending.RESOLVED_BY_SOURCE, run.now()));
        }

        @Test
        void whenItWasClosedByHandWhileItFired_thenReopeningItIsNoChangeOfTheSource() {
            run.does(new Command.Escalate(ANA, "Help")).does(new Command.TakePage(ANA));
            run.does(new Command.Resolve(ANA, "done")).does(new Command.Reopen("still fires"));

            assertThat(run.state().condition().changes()).isEmpty();
        }
    }

    @Test
    void givenARunbookThatWaitsForQuiet_whenTheSourceFlaps_thenTheQuietIsCountedFromItsLastChange() {
        var run = Rehearsal.acknowledged(resolving(new Resolution.Quiet(ofMinutes(5))))
                .toggles(5);

        run.after(ofMinutes(14)).does(new Command.StillOnIt(ANA));
        assertThat(run.strikesNow()).isEmpty();
        run.after(ofMinutes(1));
        assertThat(Told.of(run.strikesNow())).isEqualTo("FlappingEnded");
        assertThat(Told.of(run.strikesNow())).isEqualTo("Finished(RESOLVED_BY_SOURCE)");
    }

    private static Plan resolving(Resolution resolution) {
        var plan = Walks.walked();
        return new Plan(plan.books(), plan.owner(), plan.policy(), resolution, plan.reopenWithin());
    }
}

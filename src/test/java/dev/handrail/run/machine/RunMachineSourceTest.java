package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.BEN;
import static dev.handrail.run.machine.Walks.CONFIRM;
import static dev.handrail.run.machine.Walks.MARTA;
import static dev.handrail.run.machine.Walks.REPLAY;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Command;
import dev.handrail.run.Ending;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The source says resolved, and the runbook wants people to verify it. */
class RunMachineSourceTest {
    private static final Command RESOLVES = new Command.SourceResolves();
    private static final Command FIRES = new Command.SourceFires();

    @Nested
    class GivenAResponder {
        @Test
        void whenTheyStandAtAStep_thenTheyAreAskedToVerify() {
            var run = Rehearsal.acknowledged(Walks.walked()).does(RESOLVES);

            assertThat(run.step()).isEqualTo(CONFIRM);
            assertThat(run.state().resolvedSince()).contains(run.now());
        }

        @Test
        void whenTheyWait_thenTheWaitEndsAndTheyAreAskedToVerify() {
            var run = Rehearsal.acknowledged(Walks.walked())
                    .answers("No outage")
                    .answers("Settling")
                    .does(RESOLVES);

            assertThat(run.step()).isEqualTo(CONFIRM);
        }

        @Test
        void whenTheyEscalatedAndNobodyTookIt_thenTheyAreAskedAndPagingStops() {
            var run = Rehearsal.acknowledged(Walks.walked()).answers("Outage").does(RESOLVES);

            assertThat(run.step()).isEqualTo(CONFIRM);
            assertThat(run.state().paging()).isEmpty();
            assertThat(run.responder()).contains(ANA);
        }

        @Test
        void whenTheOwnerHasTakenIt_thenItStaysTheirsToEnd() {
            var run = Rehearsal.handedOff(Walks.walked()).does(RESOLVES);

            assertThat(run.position()).isInstanceOf(Position.HandedOff.class);
            assertThat(run.deadline()).isPresent();
        }

        @Test
        void whenTheyVerifyAlready_thenTheQuestionIsNotAskedTwice() {
            var run = Rehearsal.atReplay(Walks.walked()).tries("Exported");
            var asked = run.position();

            assertThat(Told.of(run.gives(RESOLVES))).isEqualTo("SourceResolved");
            assertThat(run.position()).isEqualTo(asked);
        }

        @Test
        void whenTheSourceFiresAgain_thenTheQuestionStays() {
            var run = Rehearsal.acknowledged(Walks.walked()).does(RESOLVES).does(FIRES);

            assertThat(run.step()).isEqualTo(CONFIRM);
            assertThat(run.state().resolvedSince()).isEmpty();
        }

        @Test
        void whenTheSourceSaysItTwice_thenItIsNotedOnce() {
            var run = Rehearsal.acknowledged(Walks.walked()).does(RESOLVES);

            assertThat(run.gives(RESOLVES)).isEmpty();
        }

        @Test
        void whenTheyAreSilentAboutIt_thenTheOwnerIsToldInTheEnd() {
            var run = Rehearsal.acknowledged(Walks.walked()).does(RESOLVES).strikes(1);

            assertThat(Told.of(run.strikes())).isEqualTo("Escalated(NO_ANSWER) + LevelTold(0.0)");
        }
    }

    @Nested
    class GivenAnOpenTry {
        private final Rehearsal run = Rehearsal.atReplay(Walks.walked());
        private final Rehearsal trying = run.does(run.startTry(0)).after(ofMinutes(1));

        @Test
        void whenTheSourceResolves_thenTheTryIsReportedFirst() {
            assertThat(Told.of(trying.gives(RESOLVES))).isEqualTo("SourceResolved");
            assertThat(trying.step()).isEqualTo(REPLAY);
        }

        @Test
        void whenItIsReportedAsFailed_thenWhetherItIsOverIsAskedBeforeAnotherTry() {
            trying.does(RESOLVES);

            assertThat(Told.of(trying.gives(trying.answer("Not exported"))))
                    .isEqualTo("Answered + StepShown(confirm 1)");
        }

        @Test
        void whenItIsReportedAsUnclear_thenWhetherItIsOverIsAskedInsteadOfWaiting() {
            trying.does(RESOLVES).answers("Not sure");

            assertThat(trying.step()).isEqualTo(CONFIRM);
        }

        @Test
        void whenTheSourceFiresAgainBeforeTheReport_thenTheWalkGoesOn() {
            trying.does(RESOLVES).does(FIRES).answers("Not exported");

            assertThat(trying.step()).isEqualTo(REPLAY);
        }

        @Test
        void whenItWasNotOverAfterAll_thenTheNextTryIsNotInterruptedAgain() {
            trying.does(RESOLVES).answers("Not exported").answers("Some are missing");
            trying.after(ofMinutes(5)).tries("Not exported");

            assertThat(trying.step()).isEqualTo(REPLAY);
            assertThat(trying.attempt()).isEqualTo(3);
        }
    }

    @Nested
    class GivenNobodyHasAcknowledged {
        private final Rehearsal run = Rehearsal.of(Walks.walked()).strikes(2);

        @Test
        void whenTheSourceResolves_thenPagingStopsAndItClosesAfterAQuietQuarterOfAnHour() {
            run.does(RESOLVES);

            assertThat(run.state().paging()).isEmpty();
            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(15)));
            run.strikes();
            assertThat(run.position()).isEqualTo(new Position.Finished(Ending.RESOLVED_UNATTENDED, run.now()));
        }

        @Test
        void whenItFiresAgainWithinThat_thenItStaysOpenAndPeopleAreCalledAgain() {
            run.does(RESOLVES).after(ofMinutes(14)).does(FIRES);

            assertThat(Told.of(run.strikes())).isEqualTo("Escalated(NOT_ACKNOWLEDGED) + LevelTold(0.0)");
        }

        @Test
        void whenSomebodyAcknowledgesWithinThat_thenTheyAreAskedWhetherItIsOver() {
            run.does(RESOLVES).does(new Command.Acknowledge(ANA));

            assertThat(run.step()).isEqualTo(CONFIRM);
            assertThat(run.deadline()).contains(run.now().plus(Walks.STEP_WITHIN));
        }

        @Test
        void whenSomebodyEscalatesWithinThat_thenItDoesNotCloseOverTheirHead() {
            run.does(RESOLVES).after(ofMinutes(14)).does(new Command.Escalate(BEN, "Orders are still missing"));

            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(5)));
            run.strikes(9);
            assertThat(run.position()).isInstanceOf(Position.Escalated.class);
        }
    }

    @Nested
    class GivenASourceThatFlapsBeforeAnybodyAcknowledged {
        private final Rehearsal run = Rehearsal.of(Walks.walked());

        @Test
        void whenItFiredForTwiceTheTimeInAll_thenTheOwnerIsTold() {
            for (var i = 0; i < 5; i++) {
                run.after(ofMinutes(2)).does(RESOLVES).after(ofMinutes(2)).does(FIRES);
            }

            assertThat(Told.of(run.strikesNow())).isEqualTo("Escalated(NOT_ACKNOWLEDGED) + LevelTold(0.0)");
        }

        @Test
        void whenItWasQuietForLong_thenTheQuietDoesNotCountAsSilence() {
            run.after(ofMinutes(2)).does(RESOLVES).after(ofMinutes(14)).does(FIRES);

            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(3)));
            assertThat(Told.of(run.strikes())).isEqualTo("Reminded");
        }
    }

    @Nested
    class GivenAnEscalationOfARunThatNobodyAcknowledged {
        private final Rehearsal run = Rehearsal.of(Walks.walked()).does(new Command.Escalate(BEN, "Help"));

        @Test
        void whenTheSourceResolves_thenItClosesAfterAQuietQuarterOfAnHour() {
            run.does(RESOLVES).strikes(1);

            assertThat(run.position()).isEqualTo(new Position.Finished(Ending.RESOLVED_UNATTENDED, run.now()));
        }

        @Test
        void whenItFiresAgain_thenTheOwnerIsToldAgain() {
            run.does(RESOLVES).after(ofMinutes(3));

            assertThat(Told.of(run.gives(FIRES))).isEqualTo("SourceFiredAgain + LevelTold(0.0)");
            assertThat(run.state().paging()).isPresent();
        }

        @Test
        void whenItIsTakenMeanwhile_thenItStaysWithItsTaker() {
            run.does(RESOLVES).does(new Command.TakePage(MARTA)).after(ofMinutes(20));

            assertThat(run.strikesNow()).isEmpty();
            assertThat(run.position()).isEqualTo(new Position.HandedOff(MARTA, Optional.empty()));
        }
    }

    @Nested
    class GivenARunbookWithoutAVerificationSection {
        private final Plan plan = Walks.jumping();

        @Test
        void whenTheSourceResolves_thenTheResponderIsAskedWhetherItIsOver() {
            var run = Rehearsal.acknowledged(plan).does(RESOLVES);

            assertThat(plan.step(run.step()).title()).isEqualTo("Is it over?");
            assertThat(run.answers("Yes, it is over").position()).isInstanceOf(Position.Finished.class);
        }

        @Test
        void whenItIsNot_thenTheOwnerIsTold() {
            var run = Rehearsal.acknowledged(plan).does(RESOLVES);

            assertThat(Told.of(run.gives(run.answer("No, still broken")))).endsWith("LevelTold(0.0)");
        }
    }
}

package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.BEN;
import static dev.handrail.run.machine.Walks.CONFIRM;
import static dev.handrail.run.machine.Walks.LOOK;
import static dev.handrail.run.machine.Walks.QUEUE;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Cause;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Ending;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Target;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Answers, outcomes and waits. */
class RunMachineAnsweringTest {
    @Nested
    class GivenAStep {
        private final Rehearsal run = Rehearsal.acknowledged(Walks.walked());

        @Test
        void whenAnswered_thenTheOutcomesStepIsShown() {
            run.answers("No outage");

            assertThat(run.position()).isEqualTo(new Position.OnStep(QUEUE, 1, Optional.empty(), Optional.empty()));
        }

        @Test
        void whenTheSameButtonIsPressedTwice_thenOnlyTheFirstCounts() {
            var answer = run.answer("No outage");
            run.does(answer);
            var state = run.state();

            assertThat(run.asks(answer)).isEqualTo(new Decision.Refused(new Refusal.Overtaken()));
            assertThat(run.state()).isEqualTo(state);
        }

        @Test
        void whenTheStepHasBeenShownAgain_thenTheOlderPostingsButtonIsDead() {
            run.answers("No outage");
            var older = run.answer("Stuck");
            run.answers("Settling").does(new Command.GoOn(ANA, QUEUE, 1));

            assertThat(run.step()).isEqualTo(QUEUE);
            assertThat(run.asks(older)).isEqualTo(new Decision.Refused(new Refusal.Overtaken()));
        }

        @Test
        void whenTheOutcomeIsUnknown_thenItIsRefusedByName() {
            assertThat(run.asks(run.answer("no outage")))
                    .isEqualTo(new Decision.Refused(new Refusal.NoSuchOutcome("no outage")));
        }

        @Test
        void whenTheOutcomeEscalates_thenTheOwnerIsToldInTheRunbooksWords() {
            var events = run.gives(run.answer("Outage"));

            assertThat(events.get(1))
                    .isEqualTo(new RunEvent.Escalated(
                            Cause.OUTCOME, "The provider is down", Optional.of(ANA), Optional.of(LOOK), true));
            assertThat(events.get(2)).isInstanceOf(RunEvent.LevelTold.class);
            assertThat(run.position()).isEqualTo(new Position.Escalated(Optional.of(LOOK)));
        }

        @Test
        void whenSomethingElseIsSeen_thenTheOwnerIsToldInThePersonsWords() {
            var events = run.gives(new Command.SomethingElse(BEN, LOOK, 1, "It smells of smoke"));

            assertThat(events.getFirst())
                    .isEqualTo(new RunEvent.Escalated(
                            Cause.SOMETHING_ELSE, "It smells of smoke", Optional.of(BEN), Optional.of(LOOK), true));
        }
    }

    @Nested
    class GivenTheLastQuestion {
        private final Rehearsal run = Rehearsal.atReplay(Walks.walked()).tries("Exported");

        @Test
        void whenAPersonSaysThatItIsOver_thenItIsEvenIfTheSourceFires() {
            assertThat(run.step()).isEqualTo(CONFIRM);
            run.answers("All exported");

            assertThat(run.position()).isEqualTo(new Position.Finished(Ending.RESOLVED, run.now()));
            assertThat(run.deadline()).isEmpty();
            assertThat(run.responder()).contains(ANA);
        }

        @Test
        void whenItIsNot_thenTheWalkGoesBackAndRemembersTheTriesMade() {
            run.answers("Some are missing");

            assertThat(run.step()).isEqualTo(Walks.REPLAY);
            assertThat(run.attempt()).isEqualTo(2);
            assertThat(run.state().triesOf(Walks.REPLAY)).isEqualTo(1);
        }
    }

    @Nested
    class GivenAWait {
        private final Rehearsal run =
                Rehearsal.acknowledged(Walks.walked()).answers("No outage").answers("Settling");

        @Test
        void thenNobodyIsHurriedUntilItIsOver() {
            var until = run.now().plus(ofMinutes(10));

            assertThat(run.position()).isEqualTo(new Position.Waiting(QUEUE, 1, until, new Target.ToStep(QUEUE)));
            assertThat(run.deadline()).contains(until);
            assertThat(run.after(ofMinutes(10).minusMillis(1)).strikesNow()).isEmpty();
        }

        @Test
        void whenTheTimeIsOver_thenTheStepIsShownAndSilenceBeginsThen() {
            assertThat(Told.of(run.strikes())).isEqualTo("WaitEnded + StepShown(queue 2)");
            assertThat(run.state().silence()).isEqualTo(new RunState.Silence(run.now(), false));
        }

        @Test
        void whenSomebodyDoesNotWantToWait_thenTheyGoOnOnce() {
            var goOn = new Command.GoOn(BEN, QUEUE, 1);

            assertThat(run.gives(goOn).getFirst()).isEqualTo(new RunEvent.WaitEnded(Optional.of(BEN)));
            assertThat(run.asks(goOn)).isEqualTo(new Decision.Refused(new Refusal.Overtaken()));
            assertThat(run.strikesNow()).isEmpty();
        }

        @Test
        void whenSomethingElseIsSeenMeanwhile_thenItEscalates() {
            run.does(new Command.SomethingElse(ANA, QUEUE, 1, "The queue is gone"));

            assertThat(run.position()).isEqualTo(new Position.Escalated(Optional.of(QUEUE)));
        }

        @Test
        void whenAnotherTakesOver_thenTheWaitGoesOn() {
            var waiting = run.position();
            run.does(new Command.TakeOver(BEN));

            assertThat(run.position()).isEqualTo(waiting);
            assertThat(run.responder()).contains(BEN);
        }
    }

    @Nested
    class GivenAWaitThatEscalates {
        private final Rehearsal run =
                Rehearsal.acknowledged(Walks.walked()).answers("No outage").answers("Unclear");

        @Test
        void whenTheTimeIsOver_thenTheOwnerIsToldAndNobodyIsNamedForIt() {
            var events = run.strikes();

            assertThat(Told.of(events)).isEqualTo("WaitEnded + Escalated(OUTCOME) + LevelTold(0.0)");
            assertThat(events.get(1))
                    .isEqualTo(new RunEvent.Escalated(
                            Cause.OUTCOME, "Still unclear", Optional.empty(), Optional.of(QUEUE), true));
        }
    }
}

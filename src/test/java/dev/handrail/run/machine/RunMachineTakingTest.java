package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.BEN;
import static dev.handrail.run.machine.Walks.LOOK;
import static dev.handrail.run.machine.Walks.MARTA;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.Person;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Ending;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who is on it: acknowledging, taking over, taking a page. */
class RunMachineTakingTest {
    private final Plan plan = Walks.walked();

    @Nested
    class GivenAnOfferedRun {
        private final Rehearsal run = Rehearsal.of(plan);

        @Test
        void whenSomebodyAcknowledges_thenTheyStandAtTheFirstStep() {
            assertThat(run.gives(new Command.Acknowledge(ANA)))
                    .containsExactly(
                            new RunEvent.Acknowledged(ANA),
                            new RunEvent.StepShown(
                                    LOOK, 1, plan.book().map(book -> book.revision()), Optional.empty()));
            assertThat(run.position()).isEqualTo(new Position.OnStep(LOOK, 1, Optional.empty(), Optional.empty()));
            assertThat(run.responder()).contains(ANA);
        }

        @Test
        void whenTwoAcknowledge_thenTheSecondIsToldWhoWasFirst() {
            run.does(new Command.Acknowledge(ANA));

            assertThat(run.asks(new Command.Acknowledge(BEN)))
                    .isEqualTo(new Decision.Refused(new Refusal.TakenBy(ANA)));
            assertThat(run.responder()).contains(ANA);
        }

        @Test
        void whenAPagedPersonTakesIt_thenTheyWalkItFromTheFirstStep() {
            run.strikes(2).does(new Command.TakePage(MARTA));

            assertThat(run.responder()).contains(MARTA);
            assertThat(run.step()).isEqualTo(LOOK);
            assertThat(run.state().paging()).isEmpty();
        }
    }

    @Nested
    class GivenAResponderOnAStep {
        private final Rehearsal run = Rehearsal.acknowledged(plan).answers("No outage");

        @Test
        void whenAnotherTakesOver_thenTheStepStaysAndSilenceBeginsAnew() {
            var shown = run.position();
            run.after(ofMinutes(10));

            assertThat(run.gives(new Command.TakeOver(BEN)))
                    .containsExactly(new RunEvent.TookOver(BEN, Optional.of(ANA)));
            assertThat(run.position()).isEqualTo(shown);
            assertThat(run.responder()).contains(BEN);
            assertThat(run.deadline()).contains(run.now().plus(Walks.STEP_WITHIN));
        }

        @Test
        void whenAnotherAnswers_thenItCountsAndTheResponderStays() {
            var answer = new Command.Answer(BEN, run.step(), run.attempt(), "Stuck");

            assertThat(run.gives(answer).getFirst()).isEqualTo(new RunEvent.Answered(BEN, Walks.QUEUE, 1, "Stuck"));
            assertThat(run.responder()).contains(ANA);
        }

        @Test
        void whenTheResponderTakesOver_thenTheyAreToldThatTheyHaveIt() {
            assertThat(run.asks(new Command.TakeOver(ANA))).isEqualTo(new Decision.Refused(new Refusal.TakenBy(ANA)));
        }

        @Test
        void whenTheResponderHasBeenRenamed_thenTheyAreStillThemselves() {
            var renamed = new Person(ANA.id(), "Ana Costa (on call)");

            assertThat(run.gives(new Command.StillOnIt(renamed))).containsExactly(new RunEvent.StillOnIt(renamed));
            assertThat(run.asks(new Command.TakeOver(renamed))).isInstanceOf(Decision.Refused.class);
        }

        @Test
        void whenTheOwnerTakesThePageOfASilentResponder_thenTheStepStaysOpenForThem() {
            var shown = run.position();
            run.strikes(2).does(new Command.TakePage(MARTA));

            assertThat(run.responder()).contains(MARTA);
            assertThat(run.position()).isEqualTo(shown);
            assertThat(run.state().paging()).isEmpty();
        }

        @Test
        void whenTheResponderAnswersAfterAll_thenNobodyIsToldAnyMore() {
            run.strikes(2).answers("Stuck");

            assertThat(run.state().paging()).isEmpty();
            assertThat(run.deadline()).contains(run.now().plus(Walks.STEP_WITHIN));
        }
    }

    @Nested
    class GivenAnEscalationThatNobodyHasTaken {
        private final Rehearsal run =
                Rehearsal.acknowledged(plan).does(new Command.SomethingElse(ANA, LOOK, 1, "It smells of smoke"));

        @Test
        void whenItIsTaken_thenItIsHandedOffAndPagingStops() {
            assertThat(run.gives(new Command.TakePage(MARTA))).containsExactly(new RunEvent.PageTaken(MARTA));
            assertThat(run.position()).isEqualTo(new Position.HandedOff(MARTA, Optional.of(LOOK)));
            assertThat(run.responder()).contains(MARTA);
            assertThat(run.state().paging()).isEmpty();
        }

        @Test
        void whenTwoTakeIt_thenTheSecondIsToldWhoWasFirst() {
            run.does(new Command.TakePage(MARTA));

            assertThat(run.asks(new Command.TakePage(BEN))).isEqualTo(new Decision.Refused(new Refusal.TakenBy(MARTA)));
        }
    }

    @Nested
    class GivenAnOwnerWhoHasTakenIt {
        private final Rehearsal run = Rehearsal.handedOff(plan);

        @Test
        void whenTheySayWhatFixedIt_thenItIsResolved() {
            assertThat(run.gives(new Command.Resolve(MARTA, "Restarted the exporter")))
                    .containsExactly(
                            new RunEvent.Finished(Ending.RESOLVED, Optional.of(MARTA), "Restarted the exporter"));
        }

        @Test
        void whenAnotherTakesOver_thenItIsTheirs() {
            run.does(new Command.TakeOver(BEN));

            assertThat(run.position()).isEqualTo(new Position.HandedOff(BEN, Optional.of(LOOK)));
            assertThat(run.responder()).contains(BEN);
        }

        @Test
        void whenTheyAskForMore_thenTheLevelAboveIsTold() {
            var events = run.gives(new Command.Escalate(MARTA, "Needs the ERP vendor"));

            assertThat(Told.of(events)).isEqualTo("Escalated(BY_HAND) + LevelTold(1.0)");
            assertThat(run.position()).isEqualTo(new Position.Escalated(Optional.of(LOOK)));
        }
    }
}

package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.CONFIRM;
import static dev.handrail.run.machine.Walks.REPLAY;
import static dev.handrail.run.machine.Walks.RESTART;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Cause;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Steps that change something: tried by a person, reported by a person, within limit and back-off. */
class RunMachineRetryTest {
    private final Rehearsal run = Rehearsal.atReplay(Walks.walked());

    @Nested
    class GivenNoTryYet {
        @Test
        void whenAResultIsReported_thenItIsRefused() {
            assertThat(run.asks(run.answer("Exported")))
                    .isEqualTo(new Decision.Refused(new Refusal.NoSuchOutcome("Exported")));
        }

        @Test
        void whenItCannotBeTried_thenTheOtherOutcomesAreOpen() {
            run.answers("Not possible");

            assertThat(run.step()).isEqualTo(RESTART);
            assertThat(run.state().triesOf(REPLAY)).isZero();
        }

        @Test
        void whenATryStarts_thenItIsNumberedAndWaitsForItsReport() {
            assertThat(run.gives(run.startTry(0))).containsExactly(new RunEvent.TryStarted(ANA, REPLAY, 1, 1));
            assertThat(run.position()).isEqualTo(new Position.OnStep(REPLAY, 1, Optional.empty(), Optional.of(1)));
        }

        @Test
        void whenItIsStartedTwice_thenItIsStartedOnce() {
            var start = run.startTry(0);
            run.does(start);

            assertThat(run.asks(start)).isEqualTo(new Decision.Refused(new Refusal.Overtaken()));
            assertThat(run.state().triesOf(REPLAY)).isEqualTo(1);
        }
    }

    @Nested
    class GivenAnOpenTry {
        private final Rehearsal trying = run.does(run.startTry(0));

        @Test
        void whenAnythingButItsResultIsAnswered_thenItIsRefused() {
            assertThat(trying.asks(trying.answer("Not possible")))
                    .isEqualTo(new Decision.Refused(new Refusal.NoSuchOutcome("Not possible")));
        }

        @Test
        void whenItWorked_thenTheWalkGoesOn() {
            assertThat(trying.answers("Exported").step()).isEqualTo(CONFIRM);
        }

        @Test
        void whenItsResultIsUnknown_thenThatIsAnOutcomeToo() {
            assertThat(trying.answers("Not sure").position()).isInstanceOf(Position.Waiting.class);
        }

        @Test
        void whenThePersonIsSilent_thenTheyAreRemindedAndTheTryStaysOpen() {
            trying.strikes(2);

            assertThat(trying.position()).isEqualTo(new Position.OnStep(REPLAY, 1, Optional.empty(), Optional.of(1)));
            assertThat(trying.state().paging()).isPresent();
            assertThat(trying.answers("Exported").step()).isEqualTo(CONFIRM);
        }

        @Test
        void whenSomethingElseIsSeen_thenItEscalatesAndTheTryIsCounted() {
            trying.does(new Command.SomethingElse(ANA, REPLAY, 1, "Wrong order exported"));

            assertThat(trying.position()).isEqualTo(new Position.Escalated(Optional.of(REPLAY)));
            assertThat(trying.state().triesOf(REPLAY)).isEqualTo(1);
        }
    }

    @Nested
    class GivenATryThatFailed {
        private final Rehearsal failed =
                run.does(run.startTry(0)).after(ofMinutes(3)).answers("Not exported");

        @Test
        void thenTheNextMayStartAfterTheFirstBackoffFromItsReport() {
            var notBefore = failed.now().plus(ofMinutes(2));

            assertThat(failed.position())
                    .isEqualTo(new Position.OnStep(REPLAY, 2, Optional.of(notBefore), Optional.empty()));
            assertThat(failed.deadline()).contains(notBefore);
            assertThat(failed.after(ofMinutes(2).minusMillis(1)).asks(failed.startTry(0)))
                    .isEqualTo(new Decision.Refused(new Refusal.TooEarly(notBefore)));
        }

        @Test
        void whenTheBackoffIsOver_thenTheNextTryIsOfferedAndSilenceBeginsThen() {
            assertThat(failed.strikes()).containsExactly(new RunEvent.BackoffEnded(REPLAY, 2));
            assertThat(failed.deadline()).contains(failed.now().plus(Walks.STEP_WITHIN));
            assertThat(failed.gives(failed.startTry(0))).containsExactly(new RunEvent.TryStarted(ANA, REPLAY, 2, 2));
        }

        @Test
        void whenTheClockIsLate_thenAPersonNeedNotWaitForIt() {
            failed.after(ofMinutes(2)).does(failed.startTry(0));

            assertThat(failed.state().triesOf(REPLAY)).isEqualTo(2);
            assertThat(failed.strikesNow()).isEmpty();
        }

        @Test
        void whenTheSecondFailsToo_thenTheSecondBackoffIsLonger() {
            failed.after(ofMinutes(2)).tries("Not exported");

            assertThat(failed.deadline()).contains(failed.now().plus(ofMinutes(5)));
        }

        @Test
        void whenTheStepIsLeftAndReachedAgain_thenTheBackoffStillRunsFromTheTry() {
            var ended = failed.now();
            failed.after(ofSeconds(30))
                    .answers("Not possible")
                    .after(ofSeconds(30))
                    .answers("Replay again");

            assertThat(failed.deadline()).contains(ended.plus(ofMinutes(2)));
        }

        @Test
        void whenItIsReachedAgainAfterTheBackoff_thenItMayBeTriedAtOnce() {
            failed.answers("Not possible").after(ofMinutes(2)).answers("Replay again");

            assertThat(failed.position()).isEqualTo(new Position.OnStep(REPLAY, 3, Optional.empty(), Optional.empty()));
        }
    }

    @Nested
    class GivenTheLimit {
        private final Rehearsal last = run.tries("Not exported")
                .after(ofMinutes(2))
                .tries("Not exported")
                .after(ofMinutes(5))
                .does(run.startTry(0));

        @Test
        void whenTheLastTryWorks_thenTheWalkGoesOn() {
            assertThat(last.answers("Exported").step()).isEqualTo(CONFIRM);
        }

        @Test
        void whenTheLastTryFails_thenItEscalates() {
            var events = last.gives(last.answer("Not exported"));

            assertThat(events.get(1))
                    .isEqualTo(new RunEvent.Escalated(
                            Cause.RETRY_LIMIT, "Replay", Optional.empty(), Optional.of(REPLAY), true));
            assertThat(events.getLast()).isInstanceOf(RunEvent.LevelTold.class);
        }

        @Test
        void whenTheWalkComesBack_thenItEscalatesInsteadOfOfferingAFourth() {
            last.answers("Exported").answers("Some are missing");

            assertThat(last.position()).isEqualTo(new Position.Escalated(Optional.of(REPLAY)));
        }

        @Test
        void whenTheRunIsReopened_thenTheTriesStillCount() {
            last.answers("Exported")
                    .answers("All exported")
                    .does(new Command.Reopen("It fires again"))
                    .does(new Command.Acknowledge(ANA))
                    .answers("No outage")
                    .answers("Stuck");

            assertThat(last.position()).isEqualTo(new Position.Escalated(Optional.of(REPLAY)));
        }
    }

    @Nested
    class GivenTriesOfTheSameKeyElsewhere {
        @Test
        void whenTogetherTheyReachTheLimit_thenItEscalatesAndNothingIsTried() {
            var events = run.gives(run.startTry(3));

            assertThat(Told.of(events)).isEqualTo("Escalated(RETRY_LIMIT) + LevelTold(0.0)");
            assertThat(run.state().triesOf(REPLAY)).isZero();
        }

        @Test
        void whenOneIsLeft_thenItMayBeTried() {
            assertThat(Told.of(run.gives(run.startTry(2)))).isEqualTo("TryStarted(1)");
        }

        @Test
        void whenOwnAndOthersReachTheLimit_thenItEscalates() {
            run.tries("Not exported").after(ofMinutes(2));

            assertThat(Told.of(run.gives(run.startTry(2)))).startsWith("Escalated(RETRY_LIMIT)");
        }
    }
}

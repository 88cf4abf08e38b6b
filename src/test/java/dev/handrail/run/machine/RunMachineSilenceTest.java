package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ACKNOWLEDGE_WITHIN;
import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.LOOK;
import static dev.handrail.run.machine.Walks.MARTA;
import static dev.handrail.run.machine.Walks.STEP_WITHIN;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Cause;
import dev.handrail.run.Command;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What happens when people say nothing: a reminder, then the owner, level by level. */
class RunMachineSilenceTest {
    @Nested
    class GivenNobodyAcknowledges {
        private final Rehearsal run = Rehearsal.of(Walks.walked());

        @Test
        void whenTheFirstDeadlinePasses_thenPeopleAreRemindedOnce() {
            assertThat(run.deadline()).contains(run.now().plus(ACKNOWLEDGE_WITHIN));
            assertThat(run.strikes()).containsExactly(new RunEvent.Reminded(Optional.empty()));
            assertThat(run.strikesNow()).isEmpty();
            assertThat(run.deadline()).contains(run.now().plus(ACKNOWLEDGE_WITHIN));
        }

        @Test
        void whenTheSecondPasses_thenTheOwnerIsToldAndTheRunStaysOffered() {
            run.strikes(1);
            var events = run.strikes();

            assertThat(events.getFirst())
                    .isEqualTo(new RunEvent.Escalated(
                            Cause.NOT_ACKNOWLEDGED, "", Optional.empty(), Optional.empty(), false));
            assertThat(run.position()).isEqualTo(new Position.Offered());
        }

        @Test
        void whenHandrailWasDownForLong_thenTheOwnerIsToldAtOnce() {
            run.after(ofDays(2));

            assertThat(Told.of(run.strikesNow())).isEqualTo("Escalated(NOT_ACKNOWLEDGED) + LevelTold(0.0)");
            assertThat(run.strikesNow()).isEmpty();
        }

        @Test
        void whenSomebodyAcknowledgesInTime_thenTheOldDeadlineIsNothing() {
            run.after(ofMinutes(4)).does(new Command.Acknowledge(ANA)).after(ofMinutes(2));

            assertThat(run.strikesNow()).isEmpty();
        }
    }

    @Nested
    class GivenNobodyAnswersTheStep {
        private final Rehearsal run = Rehearsal.acknowledged(Walks.walked());

        @Test
        void whenDeadlinesPass_thenAReminderThenTheOwnerAndTheStepStaysOpen() {
            assertThat(run.deadline()).contains(run.now().plus(STEP_WITHIN));
            assertThat(run.strikes()).containsExactly(new RunEvent.Reminded(Optional.of(LOOK)));
            assertThat(Told.of(run.strikes())).isEqualTo("Escalated(NO_ANSWER) + LevelTold(0.0)");
            assertThat(run.position()).isEqualTo(new Position.OnStep(LOOK, 1, Optional.empty(), Optional.empty()));
            assertThat(run.now()).isEqualTo(Rehearsal.NOON.plus(STEP_WITHIN.multipliedBy(2)));
        }

        @Test
        void whenTheResponderIsStillOnIt_thenSilenceBeginsAnewWithAReminder() {
            run.strikes(1).does(new Command.StillOnIt(ANA));

            assertThat(run.deadline()).contains(run.now().plus(STEP_WITHIN));
            assertThat(Told.of(run.strikes())).isEqualTo("Reminded");
        }

        @Test
        void whenTheyAreStillOnItAfterTheOwnerWasTold_thenPagingStops() {
            run.strikes(3).does(new Command.StillOnIt(ANA));

            assertThat(run.state().paging()).isEmpty();
            assertThat(Told.of(run.strikes())).isEqualTo("Reminded");
        }

        @Test
        void whenTheSourceFlaps_thenSilenceIsStillNoticed() {
            run.does(new Command.SourceResolves());
            for (var i = 0; i < 3; i++) {
                run.after(ofMinutes(5)).gives(new Command.SourceFires());
                run.gives(new Command.SourceResolves());
            }

            assertThat(run.deadline()).contains(run.now());
            assertThat(Told.of(run.strikesNow())).isEqualTo("Reminded");
        }
    }

    @Nested
    class GivenTheOwnerHasTakenItAndIsSilent {
        private final Rehearsal run = Rehearsal.handedOff(Walks.walked());
        private final Duration patience = STEP_WITHIN.multipliedBy(4);

        @Test
        void whenTheirLongerDeadlinePasses_thenAReminderThenTheLevelAbove() {
            assertThat(run.deadline()).contains(run.now().plus(patience));
            assertThat(run.strikes()).containsExactly(new RunEvent.Reminded(Optional.of(LOOK)));
            assertThat(Told.of(run.strikes())).isEqualTo("Escalated(OWNER_SILENT) + LevelTold(1.0)");
            assertThat(run.position()).isEqualTo(new Position.HandedOff(MARTA, Optional.of(LOOK)));
        }

        @Test
        void whenTheyAreStillOnIt_thenItStaysTheirs() {
            run.strikes(2).does(new Command.StillOnIt(MARTA));

            assertThat(run.state().paging()).isEmpty();
            assertThat(run.deadline()).contains(run.now().plus(patience));
        }

        @Test
        void whenThePageIsTaken_thenItIsTheTakers() {
            run.strikes(2).does(new Command.TakePage(ANA));

            assertThat(run.position()).isEqualTo(new Position.HandedOff(ANA, Optional.of(LOOK)));
        }
    }

    @Nested
    class GivenNobodyTakesTheEscalation {
        private final Rehearsal run = Rehearsal.acknowledged(Walks.walked()).answers("Outage");

        @Test
        void whenLevelsStaySilent_thenEachIsToldAfterTheOneBeforeAndTheLastAgainAndAgain() {
            assertThat(told(run, 5))
                    .containsExactly(
                            "5m LevelTold(1.0)",
                            "10m LevelTold(2.0)",
                            "20m LevelTold(2.1)",
                            "20m LevelTold(2.2)",
                            "20m LevelTold(2.3)");
        }

        @Test
        void thenEachLevelIsToldByNameWithItsContacts() {
            var second = (RunEvent.LevelTold) run.strikes().getFirst();

            assertThat(second.name()).isEqualTo("ERP lead");
            assertThat(second.tell()).isEqualTo(Walks.ERP.levels().get(1).tell());
        }

        @Test
        void whenHandrailWasDownForLong_thenOneLevelIsToldAndGivenItsTime() {
            run.after(ofDays(1));

            assertThat(Told.of(run.strikesNow())).isEqualTo("LevelTold(1.0)");
            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(10)));
        }

        @Test
        void whenSomebodyTakesIt_thenTheLevelsDeadlineIsNothing() {
            run.after(ofMinutes(4)).does(new Command.TakePage(MARTA)).after(ofMinutes(2));

            assertThat(run.strikesNow()).isEmpty();
        }
    }

    @Nested
    class GivenAPolicyOfOneLevel {
        private final Rehearsal run = Rehearsal.acknowledged(Walks.jumping())
                .answers("The provider's")
                .answers("Down");

        @Test
        void whenItStaysSilent_thenItIsToldAgain() {
            assertThat(told(run, 2)).containsExactly("7m LevelTold(0.1)", "7m LevelTold(0.2)");
        }

        @Test
        void whenItsTakerAsksForMore_thenItIsToldAgain() {
            run.does(new Command.TakePage(MARTA));

            assertThat(Told.of(run.gives(new Command.Escalate(MARTA, "Help"))))
                    .isEqualTo("Escalated(BY_HAND) + LevelTold(0.0)");
        }
    }

    private static List<String> told(Rehearsal run, int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> {
                    var before = run.now();
                    var told = Told.of(run.strikes());
                    return Duration.between(before, run.now()).toMinutes() + "m " + told;
                })
                .toList();
    }
}

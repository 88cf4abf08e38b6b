package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Command;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A part of a storm: people are told of the storm instead. */
class RunMachineStormTest {
    private static final IncidentId STORM = new IncidentId(12);
    private static final Command GATHERS = new Command.Gather(STORM, "5 failure modes on system erp within 5 min");
    private static final Command ENDS = new Command.Release("storm #12 is over");

    @Test
    void givenAnUnknownFailureThatIsGatheredAtOnce_whenItOpens_thenNobodyIsTold() {
        var opened = new RunEvent.Opened(Optional.empty(), Optional.empty(), "no runbook matches", "ERP");
        var gathered = new RunEvent.Gathered(STORM, "5 failure modes");

        var events = RunMachine.open(Walks.unknown(), opened, gathered, Rehearsal.NOON);

        assertThat(Told.of(events)).isEqualTo("Opened + Gathered + Escalated(UNKNOWN_FAILURE)");
    }

    @Nested
    class GivenAnOfferedRunThatIsGathered {
        private final Rehearsal run = Rehearsal.of(Walks.walked()).does(GATHERS);

        @Test
        void whenNobodyTouchesIt_thenNoClockRunsForThem() {
            assertThat(run.state().isHeldByStorm()).isTrue();
            assertThat(run.deadline()).contains(run.now().plus(ofHours(24)));
        }

        @Test
        void whenItIsGatheredTwice_thenThatIsNotedOnce() {
            assertThat(run.gives(GATHERS)).isEmpty();
        }

        @Test
        void whenItsStormEnds_thenItsClockBeginsAnew() {
            run.after(ofHours(3)).does(ENDS);

            assertThat(run.state().silence().since()).isEqualTo(run.now());
            assertThat(Told.of(run.strikes())).isEqualTo("Reminded");
            assertThat(Told.of(run.strikes())).isEqualTo("Escalated(NOT_ACKNOWLEDGED) + LevelTold(0.0)");
        }

        @Test
        void whenItsStormLastsForADay_thenItStandsForItself() {
            assertThat(Told.of(run.strikes())).isEqualTo("Released");
            assertThat(run.state().gathering()).isEmpty();
        }

        @Test
        void whenSomebodyWalksIt_thenItsStepsAndClocksAreThoseOfAnyRun() {
            run.does(new Command.Acknowledge(ANA));

            assertThat(run.step()).isEqualTo(Walks.LOOK);
            assertThat(Told.of(run.strikes())).isEqualTo("Reminded");
            assertThat(Told.of(run.strikes())).isEqualTo("Escalated(NO_ANSWER) + LevelTold(0.0)");
        }

        @Test
        void whenItsSourceResolvesAndStaysQuiet_thenItClosesByItself() {
            run.does(new Command.SourceResolves());

            assertThat(Told.of(run.strikes())).isEqualTo("Finished(RESOLVED_UNATTENDED)");
        }

        @Test
        void whenItIsReopenedWhileTheStormLasts_thenItIsStillHeld() {
            run.does(new Command.SourceResolves()).strikes(1).does(new Command.Reopen("fired again"));

            assertThat(run.state().isHeldByStorm()).isTrue();
        }
    }

    @Nested
    class GivenAnEscalationThatNobodyHasTaken {
        private final Rehearsal run = Rehearsal.of(Walks.unknown()).does(GATHERS);

        @Test
        void whenItIsGathered_thenNobodyIsToldOfItAnyMore() {
            assertThat(run.state().paging()).isEmpty();
            assertThat(run.state().isHeldByStorm()).isTrue();
        }

        @Test
        void whenItsSourceComesAndGoes_thenNobodyIsTold() {
            run.does(new Command.SourceResolves());

            assertThat(Told.of(run.gives(new Command.SourceFires()))).isEqualTo("SourceFiredAgain");
        }

        @Test
        void whenItsStormEnds_thenItsOwnerIsTold() {
            assertThat(Told.of(run.gives(ENDS))).isEqualTo("Released + LevelTold(0.0)");
        }

        @Test
        void whenItsStormEndsWhileItsSourceIsQuiet_thenNobodyIsToldAndItCloses() {
            run.does(new Command.SourceResolves()).after(ofMinutes(2));

            assertThat(Told.of(run.gives(ENDS))).isEqualTo("Released");
            assertThat(Told.of(run.strikes())).isEqualTo("Finished(RESOLVED_UNATTENDED)");
        }

        @Test
        void whenSomebodyTakesItUp_thenItIsTheirs() {
            run.does(new Command.Acknowledge(ANA));

            assertThat(run.position()).isInstanceOf(Position.HandedOff.class);
        }
    }

    @Test
    void givenAResponderWhoAskedForHelp_whenTheirIncidentIsGathered_thenTheirCallGoesOn() {
        var run = Rehearsal.acknowledged(Walks.walked())
                .does(new Command.Escalate(ANA, "Help"))
                .does(GATHERS);

        assertThat(run.state().paging()).isPresent();
        assertThat(Told.of(run.strikes())).isEqualTo("LevelTold(1.0)");
    }

    @Test
    void givenAClosedIncident_whenAStormGathersItAndItIsReopened_thenNobodyIsTold() {
        var run =
                Rehearsal.of(Walks.unknown()).does(new Command.SourceResolves()).strikes(1);

        assertThat(Told.of(run.gives(GATHERS))).isEqualTo("Gathered");
        assertThat(Told.of(run.gives(new Command.Reopen("fired again"))))
                .isEqualTo("Reopened + Escalated(UNKNOWN_FAILURE)");
        assertThat(run.state().isHeldByStorm()).isTrue();
    }

    @Test
    void givenAClosedPart_whenItsStormEnds_thenItTellsItsOwnerShouldItBeReopened() {
        var run = Rehearsal.of(Walks.unknown()).does(GATHERS).does(new Command.SourceResolves());

        assertThat(Told.of(run.strikes(1).gives(ENDS))).isEqualTo("Released");
        assertThat(Told.of(run.gives(new Command.Reopen("fired again"))))
                .isEqualTo("Reopened + Escalated(UNKNOWN_FAILURE) + LevelTold(0.0)");
    }

    @Test
    void givenAPart_whenAnotherStormGathersIt_thenItIsAPartOfThat() {
        var other = new IncidentId(13);
        var run = Rehearsal.of(Walks.walked()).does(GATHERS).does(new Command.Gather(other, "another"));

        assertThat(run.state().gathering().orElseThrow().parent()).isEqualTo(other);
    }
}

package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.MARTA;
import static dev.handrail.run.machine.Walks.QUIET;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Ending;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runbooks that let the source close an incident, and runs that are over. */
class RunMachineClosingTest {
    private static final Command RESOLVES = new Command.SourceResolves();

    @TestFactory
    Stream<DynamicTest> givenResolveAuto_whenTheSourceResolves_thenTheRunEndsInEveryPosition() {
        return positions(Walks.auto()).entrySet().stream()
                .map(position -> dynamicTest(position.getKey(), () -> {
                    var run = position.getValue();

                    assertThat(Told.of(run.gives(RESOLVES))).isEqualTo("SourceResolved + Finished(RESOLVED_BY_SOURCE)");
                    assertThat(run.deadline()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> givenResolveQuiet_whenTheSourceResolves_thenTheRunEndsOnceItStayedQuiet() {
        return positions(Walks.quiet()).entrySet().stream()
                .map(position -> dynamicTest(position.getKey(), () -> {
                    var run = position.getValue();
                    var stood = run.position();

                    assertThat(Told.of(run.gives(RESOLVES))).isEqualTo("SourceResolved");
                    assertThat(run.position()).isEqualTo(stood);
                    ends(run.after(QUIET));
                    assertThat(run.position()).isEqualTo(new Position.Finished(Ending.RESOLVED_BY_SOURCE, run.now()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> givenResolveQuiet_whenItFiresAgainInTime_thenTheRunGoesOn() {
        return positions(Walks.quiet()).entrySet().stream()
                .map(position -> dynamicTest(position.getKey(), () -> {
                    var run = position.getValue().does(RESOLVES).after(QUIET.minusSeconds(1));
                    run.does(new Command.SourceFires());
                    ends(run.after(QUIET));

                    assertThat(run.state().isOpen()).isTrue();
                }));
    }

    /** Lets the clock do all that is due now. */
    private static void ends(Rehearsal run) {
        for (var i = 0; i < 10 && !run.strikesNow().isEmpty(); i++) {
            assertThat(i).as("the clock never rests").isLessThan(9);
        }
    }

    private static Map<String, Rehearsal> positions(Plan plan) {
        var positions = new LinkedHashMap<String, Rehearsal>();
        positions.put("offered", Rehearsal.of(plan));
        positions.put("on a step", Rehearsal.acknowledged(plan));
        positions.put(
                "waiting", Rehearsal.acknowledged(plan).answers("No outage").answers("Settling"));
        positions.put("backing off", Rehearsal.atReplay(plan).tries("Not exported"));
        var trying = Rehearsal.atReplay(plan);
        positions.put("trying", trying.does(trying.startTry(0)));
        positions.put("verifying", Rehearsal.atReplay(plan).tries("Exported"));
        positions.put("escalated", Rehearsal.acknowledged(plan).answers("Outage"));
        positions.put("handed off", Rehearsal.handedOff(plan));
        return positions;
    }

    @Nested
    class GivenARunThatIsOver {
        private final Rehearsal run =
                Rehearsal.atReplay(Walks.walked()).tries("Exported").answers("All exported");

        @Test
        void whenAPersonAsksForAnything_thenTheyAreToldThatItIsOver() {
            assertThat(run.asks(new Command.Acknowledge(ANA)))
                    .isEqualTo(new Decision.Refused(new Refusal.Over(Ending.RESOLVED, Optional.empty())));
        }

        @Test
        void whenItIsReopened_thenItIsOfferedWithAFreshDeadlineAndOldButtonsStayDead() {
            var old = new Command.Answer(ANA, Walks.LOOK, 1, "No outage");
            run.after(ofMinutes(20)).does(new Command.Reopen("It fires again"));

            assertThat(run.position()).isEqualTo(new Position.Offered());
            assertThat(run.responder()).isEmpty();
            assertThat(run.deadline()).contains(run.now().plus(Walks.ACKNOWLEDGE_WITHIN));
            run.does(new Command.Acknowledge(MARTA));
            assertThat(run.attempt()).isEqualTo(2);
            assertThat(run.asks(old)).isEqualTo(new Decision.Refused(new Refusal.Overtaken()));
        }

        @Test
        void whenItIsReopenedTwice_thenItIsReopenedOnce() {
            run.does(new Command.Reopen("It fires again"));

            assertThat(run.gives(new Command.Reopen("It fires again"))).isEmpty();
        }

        @Test
        void whenTheSourceResolvesAfterAReopening_thenThatIsNewsAgain() {
            run.does(new Command.Reopen("It fires again")).does(RESOLVES);

            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(15)));
        }
    }

    @Nested
    class GivenAnUnknownFailure {
        private final Rehearsal run = Rehearsal.of(Walks.unknown());

        @Test
        void thenItsOwnerIsToldAtOnceWithWhatIsKnown() {
            assertThat(run.position()).isInstanceOf(Position.Escalated.class);
            assertThat(run.state().paging()).isPresent();
            assertThat(run.deadline()).contains(run.now().plus(ofMinutes(5)));
        }

        @Test
        void whenItIsTakenAndResolved_thenItIsOver() {
            run.does(new Command.TakePage(MARTA)).does(new Command.Resolve(MARTA, "Rolled back the release"));

            assertThat(run.position()).isEqualTo(new Position.Finished(Ending.RESOLVED, run.now()));
        }

        @Test
        void whenItIsReopened_thenItsOwnerIsToldAtOnce() {
            run.does(new Command.TakePage(MARTA)).does(new Command.Resolve(MARTA, "Rolled back"));

            assertThat(Told.of(run.gives(new Command.Reopen("It fires again"))))
                    .isEqualTo("Reopened + Escalated(UNKNOWN_FAILURE) + LevelTold(0.0)");
        }

        @Test
        void whenTheSourceResolvesBeforeAnybodyTookIt_thenItCloses() {
            run.does(RESOLVES).strikes(1);

            assertThat(run.position()).isEqualTo(new Position.Finished(Ending.RESOLVED_UNATTENDED, run.now()));
        }
    }
}

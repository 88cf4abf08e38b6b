package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.BEN;
import static dev.handrail.run.machine.Walks.MARTA;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Severity;
import dev.handrail.run.Command;
import dev.handrail.run.Newer;
import dev.handrail.run.Position;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What people do besides walking. What comes of each in every position is in the table. */
class RunMachineDeedsTest {
    private static Command.Skip skip(Rehearsal run) {
        return new Command.Skip(ANA, run.step(), run.attempt(), "Not needed");
    }

    private static Command.StepBack back(Rehearsal run) {
        return new Command.StepBack(ANA, run.step(), run.attempt());
    }

    @Nested
    class GivenAWalk {
        @Test
        void whenAStepIsSkipped_thenTheNextInTheFileIsShownAndTheSkippedButtonsAreVoid() {
            var run = Rehearsal.acknowledged(Walks.walked());
            var old = run.answer("No outage");

            assertThat(Told.of(run.gives(skip(run)))).isEqualTo("StepSkipped + StepShown(queue 1)");
            assertThat(Told.of(run.asks(old))).isEqualTo("refused Overtaken");
        }

        @Test
        void whenTheLastStepIsSkipped_thenItIsRefusedBecauseNothingElseAsksWhetherItIsOver() {
            var run = Rehearsal.atReplay(Walks.walked()).tries("Exported");

            assertThat(Told.of(run.asks(skip(run)))).isEqualTo("refused LastQuestion");
        }

        @Test
        void whenSomebodyGoesBackAndOnAgain_thenEachShowingHasANumberOfItsOwn() {
            var run = Rehearsal.atReplay(Walks.walked());
            var late = run.answer("Not possible");

            assertThat(Told.of(run.gives(back(run)))).isEqualTo("SteppedBack + StepShown(queue 2)");
            assertThat(Told.of(run.gives(back(run)))).isEqualTo("SteppedBack + StepShown(look 2)");
            assertThat(Told.of(run.asks(back(run)))).isEqualTo("refused NoStepBefore");
            assertThat(Told.of(run.asks(late))).isEqualTo("refused Overtaken");
            run.answers("No outage").answers("Stuck");
            assertThat(run.attempt()).isEqualTo(2);
        }

        @Test
        void whenSomebodyGoesBackFromAWait_thenTheStepThatBeganItIsShown() {
            var run =
                    Rehearsal.acknowledged(Walks.walked()).answers("No outage").answers("Settling");

            assertThat(Told.of(run.gives(back(run)))).isEqualTo("SteppedBack + StepShown(queue 2)");
        }

        @Test
        void whileATryRuns_thenNobodyLeavesItsStep() {
            var run = Rehearsal.atReplay(Walks.walked());
            run.does(run.startTry(0));

            assertThat(Told.of(run.asks(skip(run)))).isEqualTo("refused TryUnderWay");
            assertThat(Told.of(run.asks(back(run)))).isEqualTo("refused TryUnderWay");
        }

        @Test
        void whenAStepWithTriesIsGoneBackTo_thenTheyStillCount() {
            var run = Rehearsal.atReplay(Walks.walked()).tries("Exported");

            assertThat(Told.of(run.gives(back(run)))).isEqualTo("SteppedBack + StepShown(replay 2)");
            assertThat(run.state().triesOf(Walks.REPLAY)).isEqualTo(1);
        }

        @Test
        void whenEveryTryOfAStepIsMade_thenNobodyIsPagedByGoingBackOrOnIntoIt() {
            var run = Rehearsal.atReplay(Walks.walked())
                    .tries("Not exported")
                    .after(ofMinutes(2))
                    .tries("Not exported")
                    .after(ofMinutes(5))
                    .tries("Not sure");

            assertThat(Told.of(run.asks(back(run)))).isEqualTo("refused SoAlready");
            run.strikes();
            assertThat(run.step()).isEqualTo(Walks.RESTART);
            assertThat(Told.of(run.asks(back(run)))).isEqualTo("refused SoAlready");
        }

        @Test
        void whenTheResponderAddsANote_thenTheyAreNotSilentAndAnothersNoteDoesNotCount() {
            var run = Rehearsal.acknowledged(Walks.walked()).after(ofMinutes(10));
            var before = run.deadline().orElseThrow();

            run.does(new Command.AddNote(BEN, "I look at it, too", false));
            assertThat(run.deadline()).contains(before);
            run.does(new Command.AddNote(ANA, "The queue is full", false));
            assertThat(run.deadline()).contains(before.plus(ofMinutes(10)));
        }

        @Test
        void whenItIsTheWrongRunbook_thenTheOtherIsWalkedFromItsFirstStep() {
            var run = Rehearsal.atReplay(Walks.walked());
            var other = Walks.jumping().after(Walks.walked());
            var found = new Newer.Available(other, other.edition().orElseThrow(), "");

            assertThat(Told.of(run.asks(new Command.ChangeRunbook(BEN, "other", found, "It is theirs"))))
                    .isEqualTo("refused TakenBy(Ana)");
            assertThat(Told.of(run.asks(new Command.ChangeRunbook(ANA, "order-export", found, "?"))))
                    .isEqualTo("refused SoAlready");
            assertThat(Told.of(run.asks(
                            new Command.ChangeRunbook(ANA, "other", new Newer.Unusable("it is retired"), "?"))))
                    .isEqualTo("refused CannotSwitch(UNUSABLE)");
            assertThat(Told.of(run.gives(new Command.ChangeRunbook(ANA, "other", found, "It is theirs"))))
                    .isEqualTo("RunbookChanged + StepShown(look 2)");
        }
    }

    @Nested
    class GivenAHandover {
        private final Rehearsal run =
                Rehearsal.acknowledged(Walks.walked()).does(new Command.OfferHandover(ANA, BEN, "My shift ends"));

        @Test
        void thenWhoeverOfferedHasItUntilTheOtherAccepts() {
            assertThat(run.responder()).contains(ANA);
            assertThat(Told.of(run.asks(new Command.AcceptHandover(MARTA)))).isEqualTo("refused ForAnother(Ben)");
            assertThat(Told.of(run.gives(new Command.AcceptHandover(BEN)))).isEqualTo("HandoverAccepted");
            assertThat(run.responder()).contains(BEN);
            assertThat(Told.of(run.asks(new Command.AcceptHandover(BEN)))).isEqualTo("refused Overtaken");
        }

        @Test
        void whenTheOtherDeclines_thenItStays() {
            assertThat(Told.of(run.gives(new Command.DeclineHandover(BEN)))).isEqualTo("HandoverDeclined");
            assertThat(run.responder()).contains(ANA);
            assertThat(Told.of(run.asks(new Command.AcceptHandover(BEN)))).isEqualTo("refused Overtaken");
        }

        @Test
        void whenNobodyAnswersInTime_thenItGoesBackByTheClock() {
            assertThat(Told.of(run.strikes())).isEqualTo("HandoverLapsed");
            assertThat(run.now()).isEqualTo(Rehearsal.NOON.plus(Walks.ACKNOWLEDGE_WITHIN));
            assertThat(run.state().arrangements().handover()).isEmpty();
            assertThat(run.responder()).contains(ANA);
        }

        @Test
        void whenSomebodySimplyTakesIt_thenTheOfferIsVoid() {
            run.does(new Command.TakeOver(MARTA));

            assertThat(Told.of(run.asks(new Command.AcceptHandover(BEN)))).isEqualTo("refused Overtaken");
        }

        @Test
        void whenOnlySomebodyElseIsOnIt_thenNobodyHandsOverForThem() {
            assertThat(Told.of(run.asks(new Command.OfferHandover(BEN, MARTA, ""))))
                    .isEqualTo("refused TakenBy(Ana)");
            assertThat(Told.of(run.asks(new Command.OfferHandover(ANA, BEN, ""))))
                    .isEqualTo("refused SoAlready");
            assertThat(Told.of(run.asks(new Command.OfferHandover(ANA, ANA, ""))))
                    .isEqualTo("refused SoAlready");
        }

        @Test
        void whenItIsAcceptedAfterAnEscalation_thenTheOwnerIsStillToldAndCanTakeIt() {
            run.does(new Command.Escalate(ANA, "Help"));
            var before = run.state();
            run.does(new Command.AcceptHandover(BEN));

            assertThat(run.responder()).contains(BEN);
            assertThat(run.position()).isEqualTo(before.position());
            assertThat(run.state().attention()).isEqualTo(before.attention());
            run.does(new Command.TakePage(MARTA));
            assertThat(Told.of(run.asks(new Command.Resolve(MARTA, "Replayed"))))
                    .isEqualTo("Finished(RESOLVED)");
        }

        @Test
        void whenAnEscalationIsHandedOver_thenTheOtherHasIt() {
            var escalated = Rehearsal.handedOff(Walks.walked())
                    .does(new Command.OfferHandover(MARTA, BEN, ""))
                    .does(new Command.AcceptHandover(BEN));

            assertThat(escalated.position())
                    .isInstanceOfSatisfying(
                            Position.HandedOff.class,
                            now -> assertThat(now.to()).isEqualTo(BEN));
        }
    }

    @Test
    void givenItIsMuted_thenSilenceCountsFromTheEndOfThat() {
        var run = Rehearsal.acknowledged(Walks.walked());
        var until = Rehearsal.NOON.plus(ofHours(2));
        run.does(new Command.Mute(ANA, until, 3, "The ERP is down"));

        assertThat(run.deadline()).contains(until.plus(Walks.STEP_WITHIN));
        assertThat(Told.of(run.strikes())).isEqualTo("Reminded");
    }

    @Test
    void givenAnEscalationThatIsTold_whenItIsMuted_thenItIsToldOn() {
        var run = Rehearsal.acknowledged(Walks.walked()).does(new Command.Escalate(ANA, "Help"));
        var before = run.deadline();

        run.does(new Command.Mute(ANA, Rehearsal.NOON.plus(ofHours(2)), 3, "Known"));

        assertThat(run.deadline()).isEqualTo(before);
        assertThat(run.state().paging()).isPresent();
    }

    @Test
    void whenTheSeverityIsChanged_thenItIsSoAndStaysSoAfterTheEnd() {
        var run = Rehearsal.handedOff(Walks.walked())
                .does(new Command.ChangeSeverity(BEN, Severity.HIGH, Severity.LOW, "Two orders"))
                .does(new Command.Resolve(MARTA, "Replayed"));

        assertThat(run.state().arrangements().severity()).contains(Severity.LOW);
    }

    @Test
    void whenAPersonIsAdded_thenOnceOnly() {
        var run = Rehearsal.acknowledged(Walks.walked()).does(new Command.AddPerson(ANA, BEN, "Knows it"));

        assertThat(run.state().arrangements().added()).containsExactly(BEN);
        assertThat(Told.of(run.asks(new Command.AddPerson(ANA, BEN, "")))).isEqualTo("refused SoAlready");
        assertThat(Told.of(run.asks(new Command.AddPerson(BEN, ANA, "")))).isEqualTo("refused SoAlready");
    }

    @Test
    void givenItIsOver_whenSomebodySaysThatItIsNot_thenItWaitsForSomebodyAgain() {
        var run = Rehearsal.atReplay(Walks.walked()).tries("Exported").answers("All exported");

        assertThat(Told.of(run.gives(new Command.ReopenByHand(BEN, "It fails again"))))
                .isEqualTo("Reopened");
        assertThat(run.position()).isEqualTo(new Position.Offered());
        assertThat(Told.of(run.asks(new Command.ReopenByHand(BEN, "It fails again"))))
                .isEqualTo("refused SoAlready");
    }
}

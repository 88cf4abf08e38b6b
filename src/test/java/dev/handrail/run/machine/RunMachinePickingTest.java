package dev.handrail.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.Person;
import dev.handrail.run.Candidate;
import dev.handrail.run.Command;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody picks one of the runbooks that are offered for an unknown failure. */
class RunMachinePickingTest {
    private static final Candidate EXPORT =
            new Candidate("order-export", "order-export.md", "Orders stuck", "by words");
    private static final Candidate OTHER = new Candidate("erp-down", "erp-down.md", "ERP is down", "by words");
    private static final Plan OFFERED = Walks.unknown().offering(List.of(EXPORT, OTHER));

    private static Command.PickRunbook pick(Person by, Candidate candidate) {
        var plan = Walks.walked().after(OFFERED);
        return new Command.PickRunbook(
                by, candidate, new Newer.Available(plan, plan.edition().orElseThrow(), ""));
    }

    @Test
    void givenAnUnknownFailure_whenItOpens_thenItsOwnerIsToldAtOnceWhateverIsOffered() {
        assertThat(Rehearsal.of(OFFERED).state().position()).isInstanceOf(Position.Escalated.class);
        assertThat(Rehearsal.of(OFFERED).state().paging()).isPresent();
    }

    @Test
    void whenSomebodyPicksOne_thenTheyAreTheResponderAndItsFirstStepIsShown() {
        var run = Rehearsal.of(OFFERED);

        var events = run.gives(pick(Walks.ANA, EXPORT));

        assertThat(Told.of(events)).isEqualTo("RunbookPicked + StepShown(look 1)");
        assertThat(events.getFirst()).isInstanceOfSatisfying(RunEvent.RunbookPicked.class, picked -> {
            assertThat(picked.runbook()).isEqualTo("order-export");
            assertThat(picked.candidates()).containsExactly("order-export", "erp-down");
        });
        assertThat(run.state().responder()).contains(Walks.ANA);
        assertThat(run.state().paging()).isEmpty();
    }

    @Test
    void givenTheSourceSaysOver_whenSomebodyPicksOne_thenItIsAskedWhetherItIs() {
        var run = Rehearsal.of(OFFERED).does(new Command.SourceResolves());

        assertThat(Told.of(run.gives(pick(Walks.ANA, EXPORT)))).isEqualTo("RunbookPicked + StepShown(confirm 1)");
    }

    @Test
    void givenTheOwnerHasIt_whenAnotherPicks_thenTheyAreToldWhoHasItAndTheOwnerMay() {
        var run = Rehearsal.of(OFFERED).does(new Command.TakePage(Walks.MARTA));

        assertThat(Told.of(run.asks(pick(Walks.ANA, EXPORT)))).startsWith("refused TakenBy");
        assertThat(Told.of(run.gives(pick(Walks.MARTA, OTHER)))).startsWith("RunbookPicked");
    }

    @Test
    void whenARunbookIsPickedThatIsGoneOrWasNeverOffered_thenItIsRefused() {
        var run = Rehearsal.of(OFFERED);
        var stranger = new Candidate("stranger", "stranger.md", "A stranger", "");

        assertThat(Told.of(run.asks(new Command.PickRunbook(
                        Walks.ANA, EXPORT, new Newer.Unusable("order-export.md is retired now")))))
                .isEqualTo("refused CannotSwitch(UNUSABLE)");
        assertThat(Told.of(run.asks(pick(Walks.ANA, stranger)))).isEqualTo("refused Overtaken");
    }

    @Test
    void givenARunThatHasARunbook_whenAnOldButtonIsPressed_thenItIsOvertaken() {
        var run = Rehearsal.acknowledged(Walks.walked().after(OFFERED));

        assertThat(Told.of(run.asks(pick(Walks.BEN, OTHER)))).isEqualTo("refused Overtaken");
        assertThat(Told.of(run.asks(new Command.DeclineCandidates(Walks.BEN)))).isEqualTo("refused Overtaken");
    }

    @Test
    void whenNoneFits_thenItIsOnTheTimelineAndTheOwnerIsToldOn() {
        var run = Rehearsal.of(OFFERED);
        var before = run.state();

        assertThat(Told.of(run.gives(new Command.DeclineCandidates(Walks.ANA)))).isEqualTo("CandidatesDeclined");
        assertThat(run.state()).isEqualTo(before);
        assertThat(Told.of(run.gives(pick(Walks.BEN, OTHER)))).startsWith("RunbookPicked");
    }
}

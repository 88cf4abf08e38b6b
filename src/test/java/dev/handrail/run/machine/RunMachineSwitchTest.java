package dev.handrail.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.run.Command;
import dev.handrail.run.Decision.Hindrance;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run goes on with a newer revision of its runbook. */
class RunMachineSwitchTest {
    private static final Plan PLAN = Walks.walked();

    @Test
    void givenTriesWereMade_whenTheRunbookIsReworded_thenTheStepIsShownAgainAndItsTriesStay() {
        var run = Rehearsal.atReplay(PLAN).tries("Not exported").after(Duration.ofMinutes(3));
        var newer = Walks.reworded(PLAN);

        var events = run.gives(switching(run, newer));

        assertThat(Told.of(events)).isEqualTo("RevisionSwitched + StepShown(replay 3)");
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        RunEvent.StepShown.class,
                        shown -> assertThat(shown.revision()).isEqualTo(newer.edition()));
        assertThat(run.state().triesOf(Walks.REPLAY)).isEqualTo(1);
        assertThat(run.state().newer()).isEmpty();
    }

    @Test
    void givenTheStepIsGone_whenSwitching_thenItGoesOnAtTheFirstThatWasNotShown() {
        var run = Rehearsal.acknowledged(PLAN).answers("No outage");

        assertThat(Told.of(run.asks(switching(run, without(Walks.QUEUE)))))
                .isEqualTo("RevisionSwitched + StepShown(replay 1)");
    }

    @Test
    void givenTheStepIsGoneAndAllOthersWereShown_whenSwitching_thenItBeginsAnew() {
        var run = Rehearsal.acknowledged(PLAN).answers("No outage");

        assertThat(Told.of(run.asks(switching(run, without(Walks.QUEUE, Walks.REPLAY, Walks.RESTART, Walks.CONFIRM)))))
                .isEqualTo("RevisionSwitched + StepShown(look 2)");
    }

    @Test
    void givenTheRunbookChangedAgain_whenTheOldChangesAreConfirmed_thenItIsRefused() {
        var run = Rehearsal.acknowledged(PLAN);
        var newer = Walks.reworded(PLAN);
        var available = new Newer.Available(newer, newer.edition().orElseThrow(), "step 1 reworded");

        assertThat(Told.of(run.asks(new Command.SwitchRevision(
                        Walks.ANA, run.step(), run.attempt(), Revision.of("older"), available))))
                .isEqualTo("refused CannotSwitch(" + Hindrance.CHANGED_AGAIN + ")");
        assertThat(Told.of(run.asks(new Command.SwitchRevision(
                        Walks.ANA,
                        run.step(),
                        run.attempt(),
                        available.revision(),
                        new Newer.Unusable("it is retired")))))
                .isEqualTo("refused CannotSwitch(" + Hindrance.UNUSABLE + ")");
        assertThat(Told.of(run.asks(new Command.SwitchRevision(
                        Walks.ANA, run.step(), run.attempt(), available.revision(), new Newer.Nothing()))))
                .isEqualTo("refused CannotSwitch(" + Hindrance.NOTHING_NEWER + ")");
    }

    @Test
    void givenANewerRevisionIsNoticed_whenItIsNoticedAgain_thenNothingHappensUntilItIsGone() {
        var run = Rehearsal.acknowledged(PLAN);
        var noticed = new Command.NoticeRevision(Optional.of(Revision.of("newer")), "step 1 reworded");

        assertThat(Told.of(run.gives(noticed))).isEqualTo("NewerRevision");
        assertThat(Told.of(run.gives(noticed))).isEqualTo("nothing");
        assertThat(run.state().newer()).contains(Revision.of("newer"));
        assertThat(Told.of(run.gives(new Command.NoticeRevision(Optional.empty(), ""))))
                .isEqualTo("NewerRevision");
        assertThat(run.state().newer()).isEmpty();
    }

    @Test
    void givenARevisionThatARunHadBefore_whenItsStepsAreNamed_thenTheyStillHaveTheirTitles() {
        var newer = without(Walks.QUEUE);

        assertThat(newer.title(Walks.QUEUE)).isEqualTo(PLAN.title(Walks.QUEUE));
        assertThat(newer.find(Walks.QUEUE)).isEmpty();
        assertThat(newer.title(new StepId("never"))).isEqualTo("never");
    }

    private static Command switching(Rehearsal run, Plan newer) {
        var revision = newer.edition().orElseThrow();
        return new Command.SwitchRevision(
                Walks.ANA, run.step(), run.attempt(), revision, new Newer.Available(newer, revision, "in words"));
    }

    /** The runbook without some of its steps; where an outcome led to one of them, it now says resolved. */
    private static Plan without(StepId... gone) {
        return Walks.without(PLAN, List.of(gone));
    }
}

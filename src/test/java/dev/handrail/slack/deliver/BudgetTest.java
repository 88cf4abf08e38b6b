package dev.handrail.slack.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.SettableClock;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.render.Slot.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));
    private final Budget budget = new Budget(SlackSettings.Budgets.OF_SLACK, clock);

    @Test
    void givenAStormOfCards_whenTheBudgetRunsOut_thenStepsAndPagesStillGo() {
        assertThat(takenEdits(Urgency.CARD)).isEqualTo(40);
        assertThat(takenEdits(Urgency.STEP)).isEqualTo(8);
        assertThat(takenEdits(Urgency.PAGE)).isEqualTo(2);
    }

    @Test
    void givenAllIsTaken_whenAskedWhen_thenItIsTrueAndNeverMoreThanTheBudgetInAnyMinute() {
        takenEdits(Urgency.PAGE);
        var again = budget.takeEdit(Urgency.PAGE).orElseThrow();
        assertThat(again).isEqualTo(clock.instant().plusSeconds(61));

        clock.advance(Duration.ofSeconds(60));
        assertThat(budget.takeEdit(Urgency.PAGE)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(takenEdits(Urgency.PAGE)).isEqualTo(50);
    }

    @Test
    void givenAHolderThatGaveBack_whenAnotherTakesOver_thenWhatWasSentCountsAndWhatSlackAskedForHolds() {
        takenEdits(Urgency.PAGE);
        budget.takePost("C1", Urgency.STEP);
        budget.pausePosts("C2", Duration.ofSeconds(30));
        var next = new Budget(SlackSettings.Budgets.OF_SLACK, clock);
        next.read(budget.written(), true);

        assertThat(next.takeEdit(Urgency.PAGE)).contains(clock.instant().plusSeconds(61));
        assertThat(next.takePost("C2", Urgency.PAGE)).contains(clock.instant().plusSeconds(30));
        assertThat(next.takePost("C1", Urgency.PAGE)).isEmpty();
    }

    @Test
    void givenAHolderThatWasKilled_whenAnotherTakesOver_thenAFewEditsMoreAreReckonedWith() {
        budget.takeEdit(Urgency.PAGE);
        var next = new Budget(SlackSettings.Budgets.OF_SLACK, clock);
        next.read(budget.written(), false);
        var left = 0;
        while (next.takeEdit(Urgency.PAGE).isEmpty()) {
            left++;
        }

        assertThat(left).isEqualTo(50 - 1 - 8);
    }

    @Test
    void givenOneBusyChannel_whenAnotherIsPostedTo_thenItDoesNotWait() {
        for (var i = 0; i < 9; i++) {
            assertThat(budget.takePost("C1", Urgency.STEP)).isEmpty();
        }
        assertThat(budget.takePost("C1", Urgency.STEP)).isPresent();
        assertThat(budget.takePost("C1", Urgency.PAGE)).isEmpty();
        assertThat(budget.takePost("C2", Urgency.STEP)).isEmpty();
    }

    @Test
    void givenAChannelIsPostedToByNameAndById_whenCounted_thenItIsOne() {
        for (var i = 0; i < 9; i++) {
            assertThat(budget.takePost("#flow", Urgency.STEP)).isEmpty();
        }
        budget.learn("#flow", "C1");

        assertThat(budget.takePost("C1", Urgency.STEP)).isPresent();
        assertThat(budget.takePost("#flow", Urgency.STEP)).isPresent();
    }

    @Test
    void givenSlackSaysToWait_whenAsked_thenThatMethodWaitsAndOthersGoOn() {
        budget.pauseEdits(Duration.ofSeconds(30));

        assertThat(budget.takeEdit(Urgency.PAGE)).contains(clock.instant().plusSeconds(30));
        assertThat(budget.takePost("C1", Urgency.PAGE)).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        assertThat(budget.takeEdit(Urgency.PAGE)).isEmpty();
    }

    @Test
    void givenFailures_whenTheyGoOn_thenTheWaitGrowsFromHalfASecondToFifteen() {
        var backoff = new Backoff(clock, new Random(7));
        var id = new IncidentId(1);

        assertThat(wait(backoff, id)).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
        for (var i = 0; i < 20; i++) {
            assertThat(wait(backoff, id)).isLessThanOrEqualTo(Duration.ofSeconds(15));
        }
        assertThat(wait(backoff, id)).isEqualTo(Duration.ofSeconds(15));
        backoff.reset(id);
        assertThat(wait(backoff, id)).isLessThan(Duration.ofSeconds(1));
    }

    private Duration wait(Backoff backoff, IncidentId id) {
        return Duration.between(clock.instant(), backoff.next(id));
    }

    private int takenEdits(Urgency urgency) {
        var taken = 0;
        while (budget.takeEdit(urgency).isEmpty()) {
            taken++;
        }
        return taken;
    }
}

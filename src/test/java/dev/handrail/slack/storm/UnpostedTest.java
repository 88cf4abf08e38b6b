package dev.handrail.slack.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Command;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Links;
import dev.handrail.slack.render.Projection;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnpostedTest {
    private static final Command ENDS = new Command.Release("storm #12 is over");

    private static boolean isPosted(Drill drill) {
        return !new Projection(new Links("https://handrail.example"))
                .of(drill.view())
                .isEmpty();
    }

    @Nested
    class GivenAPartOfAStormFromTheStart {
        private final Drill part = Drill.gathered();

        @Test
        void whenNobodyTouchesIt_thenItHasNoCard() {
            assertThat(isPosted(part.passes(Duration.ofHours(2)))).isFalse();
        }

        @Test
        void whenSomebodyWalksIt_thenItHasOne() {
            assertThat(isPosted(part.acknowledges(Drill.ANA))).isTrue();
        }

        @Test
        void whenItsStormEndsWhileItFires_thenItHasOneAndKeepsItToTheEnd() {
            part.does(ENDS);

            assertThat(isPosted(part)).isTrue();
            assertThat(isPosted(part.does(new Command.SourceResolves()).passes(Duration.ofHours(1))))
                    .isTrue();
        }

        @Test
        void whenItEndsBeforeItsStorm_thenItNeverHasOne() {
            part.does(new Command.SourceResolves()).passes(Duration.ofHours(1));

            assertThat(part.view().state().isOpen()).isFalse();
            assertThat(isPosted(part.does(ENDS))).isFalse();
        }

        @Test
        void whenItIsReopenedAfterItsStorm_thenItHasOneOnceItStandsForItself() {
            part.does(new Command.SourceResolves()).passes(Duration.ofHours(1));
            part.does(new Command.Reopen("fired again"));

            assertThat(isPosted(part)).isFalse();
            assertThat(isPosted(part.does(ENDS))).isTrue();
        }
    }

    @Test
    void givenAnIncidentThatWasPosted_whenAStormGathersIt_thenItsCardStays() {
        var posted = Drill.known().does(new Command.JoinAlerts(1, "digest"));

        assertThat(isPosted(posted.does(new Command.Gather(new IncidentId(12), "5 failure modes"))))
                .isTrue();
    }
}

package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.handrail.incident.Person;
import dev.handrail.slack.actor.Actors;
import dev.handrail.slack.actor.Standing;
import dev.handrail.slack.command.Subcommands;
import dev.handrail.slack.press.Verb;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Asked.Spot SPOT = new Asked.Spot("C01ORDERS", Optional.empty());

    private final Actors actors = mock(Actors.class);
    private final Gate gate = new Gate(actors, mock(Subcommands.class));

    /** What Slack said may lapse between the two questions: whoever was let through to the second is not asked for anew. */
    @ParameterizedTest(name = "{0} of {1}, closed {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ACKNOWLEDGE | MAY          | true  | false
            ACKNOWLEDGE | GUEST        | false | true
            ACKNOWLEDGE | NO_RESPONDER | true  | true
            ACKNOWLEDGE | UNCLEAR      | false | false
            ACKNOWLEDGE | UNCLEAR      | true  | true
            MUTE        | MAY          | false | false
            MUTE        | UNCLEAR      | false | true
            """)
    void givenSlackIsBeingAsked_whenSomebodyActs_thenWhatWasLastKnownCounts(
            Verb verb, Standing last, boolean closed, boolean denied) {
        var by = new Person("U01ANA", "ana");
        when(actors.standing(any(), anyBoolean(), any())).thenReturn(Optional.empty());
        when(actors.lastKnown(by)).thenReturn(last);
        when(actors.isClosed()).thenReturn(closed);

        var denial = gate.denial(new Asked.Pressed(verb, "1", by, SPOT, Optional.empty()));

        assertThat(denial.isPresent()).isEqualTo(denied);
    }
}

package dev.handrail.slack.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.runbook.StepId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {
    private static final IncidentId ID = new IncidentId(42);

    @Test
    void givenATicket_whenItComesBack_thenItIsTheSame() {
        var step = Ticket.of(ID, new StepId("other/path.md#step:with-colon"), 3);

        assertThat(Ticket.parse(Ticket.of(ID).encoded())).contains(Ticket.of(ID));
        assertThat(Ticket.parse(step.encoded())).contains(step);
        assertThat(Ticket.parse(step.withOutcome(5).encoded())).contains(step.withOutcome(5));
        assertThat(Ticket.parse("42:c2")).contains(Ticket.of(ID).withCandidate(2));
        assertThat(Ticket.of(ID).withCandidate(2).encoded()).isEqualTo("42:c2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "042",
                "9999999999999999999",
                "42:",
                "42:1",
                "42:0:0:a",
                "42:1:0:",
                "42:1:0: ",
                "42:1:100:a",
                "42:1:x:a",
                "42:1:0:a\nb",
                "42:c",
                "42:c10",
                "42:c1:x",
                "42;drop table",
                " 42"
            })
    void givenAnythingElse_whenItComesBack_thenItIsNone(String value) {
        assertThat(Ticket.parse(value)).isEmpty();
    }
}

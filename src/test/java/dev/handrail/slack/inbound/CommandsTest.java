package dev.handrail.slack.inbound;

import static dev.handrail.slack.Drill.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Plan;
import dev.handrail.runbook.StepId;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Links;
import dev.handrail.slack.Plans;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.render.Projection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
    static List<Plan> plans() {
        return List.of(Plans.withoutVerification(), Plans.known());
    }

    @Test
    void givenARunbookWithoutVerification_whenItsLastQuestionIsAnswered_thenTheIncidentIsOver() {
        var drill = Drill.of(Plans.withoutVerification()).acknowledges(ANA).does(new Command.SourceResolves());

        drill.does(
                pressed(drill.view(), button(drill.view(), "Yes, it is over")).orElseThrow());

        assertThat(drill.view().state().isOpen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void givenAButtonOfAnotherPlan_whenPressed_thenNothingIsAsked(Plan plan) {
        var view = Drill.of(plan).acknowledges(ANA).view();
        var id = view.incident().id();

        assertThat(pressed(view, Ticket.of(id, new StepId("elsewhere"), 1).withOutcome(0)))
                .isEmpty();
        assertThat(pressed(view, Ticket.of(id, Plans.LOOK, 1).withOutcome(99))).isEmpty();
        assertThat(pressed(view, Ticket.of(id, Plans.LOOK, 1))).isEmpty();
    }

    private static Optional<Command> pressed(IncidentView view, Ticket ticket) {
        var pressed = new Asked.Pressed(
                Verb.ANSWER, ticket.encoded(), ANA, new Asked.Spot("C01ORDERS", Optional.empty()), Optional.empty());
        return Commands.of(pressed, Ticket.parse(ticket.encoded()).orElseThrow(), Optional.of(view));
    }

    private static Ticket button(IncidentView view, String label) {
        var blocks = Json.tree(new Projection(new Links("https://handrail.example"))
                .of(view)
                .getLast()
                .message()
                .json());
        return blocks.findParents("action_id").stream()
                .filter(button -> button.path("text").path("text").asText().equals(label))
                .findFirst()
                .map(button -> button.path("value").asText())
                .flatMap(Ticket::parse)
                .orElseThrow();
    }
}

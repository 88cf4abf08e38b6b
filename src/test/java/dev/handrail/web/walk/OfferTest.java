package dev.handrail.web.walk;

import static dev.handrail.slack.Drill.ANA;
import static dev.handrail.slack.Drill.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.run.Command;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.library.Library;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Plans;
import dev.handrail.slack.press.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OfferTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String BESIDES = "Escalate… | Add a note…";

    static Stream<Arguments> positions() {
        return Stream.of(
                arguments("nobody is on it", Drill.known(), ANA, "I'm on it | " + BESIDES),
                arguments(
                        "nobody is on it, and it is escalated",
                        Drill.known().passes(MINUTE.multipliedBy(11)),
                        ANA,
                        "I'm on it | Add a note…"),
                arguments("its responder is on a step", onFirst(), ANA, first(BESIDES)),
                arguments("somebody else looks", onFirst(), BEN, first("Take over | " + BESIDES)),
                arguments(
                        "its responder was reminded",
                        onFirst().passes(MINUTE.multipliedBy(16)),
                        ANA,
                        "Still on it | " + first(BESIDES)),
                arguments(
                        "the owner is told meanwhile",
                        onFirst().passes(MINUTE.multipliedBy(31)),
                        BEN,
                        "I've got it | " + first("Take over | Add a note…")),
                arguments(
                        "a try may start",
                        onRetry(),
                        ANA,
                        "Start try 1 of 3 | Not needed | Something else… | " + BESIDES),
                arguments(
                        "a try is under way",
                        onRetry().starts(ANA),
                        ANA,
                        "Exported | Not exported | Not sure | Something else… | " + BESIDES),
                arguments(
                        "the next try is later",
                        onRetry().starts(ANA).answers(ANA, "Not exported"),
                        ANA,
                        "Not needed | Something else… | " + BESIDES),
                arguments(
                        "it waits",
                        onFirst().answers(ANA, "Draining"),
                        BEN,
                        "Go on now | Something else… | Take over | " + BESIDES),
                arguments("nobody has taken the escalation", Drill.unknown(), ANA, "I've got it | Add a note…"),
                arguments("somebody has taken it", handedOff(), BEN, "Resolved… | " + BESIDES),
                arguments("somebody else has taken it", handedOff(), ANA, "Resolved… | Take over | " + BESIDES),
                arguments(
                        "it is asked whether it is over",
                        Drill.of(Plans.withoutVerification()).acknowledges(ANA).does(new Command.SourceResolves()),
                        ANA,
                        "Yes, it is over | No, still broken | Something else… | " + BESIDES),
                arguments("it is over", handedOff().does(new Command.Resolve(BEN, "Restarted")), ANA, "Add a note…"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("positions")
    void givenAPosition_whenItIsShown_thenThisMayBeDone(String name, Drill drill, Person viewer, String offers) {
        assertThat(labels(Offer.of(drill.view(), viewer))).as(name).containsExactlyInAnyOrder(offers.split(" [|] "));
    }

    @Test
    void givenAnyPosition_whenItIsShown_thenOnlyWhatThePageCanDoIsOffered() {
        assertThat(positions().flatMap(row -> Offer.of(((Drill) row.get()[1]).view(), ANA).stream()))
                .extracting(Offer::verb)
                .isSubsetOf(Offer.VERBS)
                .containsAll(Offer.VERBS);
    }

    @Test
    void givenSomethingThatChangesASystem_whenItIsOffered_thenItIsAskedForTwice() {
        var starts = Offer.of(onRetry().view(), ANA).stream()
                .filter(offer -> offer.verb() == Verb.START_TRY)
                .map(OfferShown::of)
                .toList();

        assertThat(starts).singleElement().satisfies(start -> {
            assertThat(start.label()).isEqualTo("Start try 1 of 3…");
            assertThat(start.ask().map(OfferShown.Ask::submit)).contains("Start try 1 of 3");
        });
    }

    @Test
    void givenLabelsOfStrangers_whenAStepIsShown_thenOnlyHarmlessLabelsAreFilledIn() {
        var labels = Map.of("queue", "orders.out", "region", "eu; rm -rf /");
        var view = onRetry()
                .with(new AlertSummary(1, 1, labels, Map.of(), Optional.empty()))
                .view();

        var step = StepShown.of(view, library()).orElseThrow();

        assertThat(step.html()).contains("replay --queue orders.out --region &lt;region&gt;");
        assertThat(step.refused()).singleElement().asString().contains("not safe to paste", "eu; rm -rf /");
    }

    @Test
    void givenAnIncidentThatIsOnlyWatched_whenItIsShown_thenNothingMayBeDone() {
        var view = onFirst().view();
        var watched = new ArrayList<>(view.timeline());
        var shadow = new RunEvent.Opened(Optional.empty(), Optional.empty(), "", "", false, true);
        watched.set(0, new Happened(1, Drill.START, shadow));

        assertThat(Offer.of(new IncidentView(view.incident(), view.plan(), view.state(), view.alerts(), watched), ANA))
                .isEmpty();
    }

    private static Library library() {
        var id = new OwnerId("erp");
        var policy = Plans.known().policy();
        var owner = new Owner(id, "ERP", policy);
        return new Library(new Catalogue(Map.of(id, owner), Map.of(), id, "#erp"), List.of(), List.of());
    }

    private static List<String> labels(List<Offer> offers) {
        return offers.stream().map(Offer::label).toList();
    }

    private static String first(String besides) {
        return "Growing | Draining | Empty | Something else… | " + besides;
    }

    private static Drill onFirst() {
        return Drill.known().acknowledges(ANA);
    }

    private static Drill onRetry() {
        return onFirst().answers(ANA, "Growing");
    }

    private static Drill handedOff() {
        return onFirst().does(new Command.Escalate(ANA, "I need you")).does(new Command.TakePage(BEN));
    }
}

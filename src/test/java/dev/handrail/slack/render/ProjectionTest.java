package dev.handrail.slack.render;

import static dev.handrail.slack.Drill.ANA;
import static dev.handrail.slack.Drill.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.incident.storm.Place;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.run.Fault;
import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.Newer;
import dev.handrail.run.fact.Telling;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Walk;
import dev.handrail.simulator.block.Mentions;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Links;
import dev.handrail.slack.Plans;
import dev.handrail.slack.modal.StepsModal;
import dev.handrail.slack.modal.SwitchModal;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectionTest {
    private static final Command STORM =
            new Command.Gather(new IncidentId(12), "5 failure modes on system erp-netsuite within 40 s");

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SHORTER = "limit of step 1: 3 -> 2, step 1 “Look at the queue” removed";

    @TestFactory
    Stream<DynamicTest> everyStateIsAsItsGoldenFileSays() {
        return states().entrySet().stream()
                .map(state -> DynamicTest.dynamicTest(
                        state.getKey(),
                        () -> Golden.check(
                                state.getKey(), Golden.slots(state.getValue().view()))));
    }

    private static Map<String, Drill> states() {
        return Map.ofEntries(
                Map.entry("offered", Drill.known()),
                Map.entry("offered-reminded", Drill.known().passes(MINUTE.multipliedBy(6))),
                Map.entry("offered-escalated", Drill.known().passes(MINUTE.multipliedBy(11))),
                Map.entry("on-first-step", onFirst()),
                Map.entry("taken-over", onFirst().does(new Command.TakeOver(BEN))),
                Map.entry("on-retry-step", onRetry()),
                Map.entry("try-under-way", onRetry().starts(ANA)),
                Map.entry("in-backoff", inBackoff()),
                Map.entry("backoff-over", inBackoff().passes(MINUTE.multipliedBy(3))),
                Map.entry("tries-used-up", triesUsedUp()),
                Map.entry("waiting", onFirst().answers(ANA, "Draining")),
                Map.entry("wait-cut-short", onFirst().answers(ANA, "Draining").does(goOn())),
                Map.entry("something-else", somethingElse()),
                Map.entry("nobody-answers", somethingElse().passes(MINUTE.multipliedBy(45))),
                Map.entry("handed-off", handedOff()),
                Map.entry("handed-off-reminded", handedOff().passes(MINUTE.multipliedBy(61))),
                Map.entry("handed-off-source-resolved", handedOff().does(new Command.SourceResolves())),
                Map.entry(
                        "handed-off-resolved",
                        handedOff().passes(MINUTE).does(new Command.Resolve(BEN, "Restarted the consumer <b>"))),
                Map.entry("step-unanswered", onFirst().passes(MINUTE.multipliedBy(31))),
                Map.entry("source-resolved", onRetry().does(new Command.SourceResolves())),
                Map.entry(
                        "known-failure-is-it-over",
                        Drill.of(Plans.withoutVerification()).acknowledges(ANA).does(new Command.SourceResolves())),
                Map.entry("step-reported", reported()),
                Map.entry("newer-revision", onFirst().notices(Plans.shortened(), SHORTER)),
                Map.entry("newer-revision-while-trying", onRetry().starts(ANA).notices(Plans.shortened(), SHORTER)),
                Map.entry("newer-revision-used", switched()),
                Map.entry("resolved", resolved()),
                Map.entry("drill-offered", Drill.madeUp().passes(MINUTE.multipliedBy(6))),
                Map.entry("drill-escalated", drillEscalated()),
                Map.entry("reopened", resolved().does(new Command.Reopen("it fires again"))),
                Map.entry("flapping", flapping()),
                Map.entry("part-of-storm", joined(Drill.known()).passes(MINUTE).does(STORM)),
                Map.entry("part-of-storm-walked", Drill.gathered().acknowledges(ANA)),
                Map.entry(
                        "part-of-storm-unknown",
                        joined(Drill.unknown()).passes(MINUTE).does(STORM)),
                Map.entry("storm", storm(12)),
                Map.entry(
                        "storm-over",
                        storm(3).does(new Command.TakePage(BEN)).does(new Command.Resolve(BEN, "The ERP is up again"))),
                Map.entry("unknown-failure", Drill.unknown()),
                Map.entry("paged-by-hand", Drill.pagedByHand()),
                Map.entry("told-outside", Drill.of(Plans.toldOutside())),
                Map.entry("told-outside-sent-and-not", sentAndNot()),
                Map.entry("runbooks-offered", Drill.guessed()),
                Map.entry(
                        "runbooks-offered-none-fits",
                        Drill.guessed().passes(MINUTE).does(new Command.DeclineCandidates(ANA))),
                Map.entry("runbook-picked", Drill.guessed().passes(MINUTE).picks(ANA, 0)),
                Map.entry(
                        "unknown-failure-is-it-over",
                        Drill.unknown()
                                .does(new Command.TakePage(BEN))
                                .does(new Command.Escalate(BEN, "I need the database owner"))
                                .does(new Command.SourceResolves())));
    }

    private static Drill sentAndNot() {
        return Drill.of(Plans.toldOutside())
                .told(
                        new Contact.Email("erp@example.org"),
                        Telling.Standing.NOT_SENT,
                        "no mail server <!channel> is set")
                .told(new Contact.PagerDuty("ERP_KEY"), Telling.Standing.SENT, "")
                .told(
                        new Contact.Webhook("ERP_HOOK", Optional.empty()),
                        Telling.Standing.AGAIN,
                        "the webhook does not answer");
    }

    private static Drill joined(Drill drill) {
        return drill.does(new Command.JoinAlerts(5, "digest"));
    }

    private static Drill flapping() {
        var drill = onFirst();
        for (var i = 0; i < 3; i++) {
            drill.passes(MINUTE.multipliedBy(2)).does(new Command.SourceResolves());
            drill.passes(MINUTE.multipliedBy(2)).does(new Command.SourceFires());
        }
        return drill;
    }

    private static Drill storm(int parts) {
        var states = List.of(
                Drill.gathered(),
                Drill.gathered().acknowledges(ANA),
                Drill.gathered().does(new Command.SourceResolves()),
                Drill.unknown().does(STORM));
        var first = IntStream.range(0, parts)
                .mapToObj(n -> new StormView.Part(
                        new IncidentId(43 + n),
                        n == 0 ? "Orders <stuck> before ERP export" : "Failure mode " + n,
                        n % 4 != 3,
                        states.get(n % 4).view().state()))
                .toList();
        var place = new Place(Place.Kind.SYSTEM, "erp-netsuite");
        return Drill.unknown()
                .titled("Storm")
                .with(new AlertSummary(
                        1,
                        1,
                        Map.of("alertname", "Storm", "system", "erp-netsuite"),
                        Map.of(
                                "summary",
                                "5 failure modes on system erp-netsuite within 40 s",
                                "description",
                                "One cause is likely, so one page was sent for all of them; each keeps its own runbook."
                                        + " 5 failure modes, or 50 incidents, within 5 min are a storm."),
                        Optional.empty()))
                .with(new StormView(place, new StormView.Counts(parts + 2, parts, parts), 99, first));
    }

    private static Drill onFirst() {
        return Drill.known().passes(MINUTE).acknowledges(ANA).passes(MINUTE);
    }

    private static Drill onRetry() {
        return onFirst().answers(ANA, "Growing").passes(MINUTE);
    }

    private static Drill inBackoff() {
        return onRetry().starts(ANA).passes(MINUTE).answers(ANA, "Not exported");
    }

    private static Drill triesUsedUp() {
        return inBackoff()
                .passes(MINUTE.multipliedBy(3))
                .starts(ANA)
                .answers(ANA, "Not exported")
                .passes(MINUTE.multipliedBy(6))
                .starts(BEN)
                .answers(BEN, "Not exported");
    }

    private static Drill somethingElse() {
        var drill = onFirst();
        return drill.does(new Command.SomethingElse(
                ANA, Plans.LOOK, drill.step().attempt(), "Two queues exist & I do not know which"));
    }

    private static Drill handedOff() {
        return somethingElse().passes(MINUTE).does(new Command.TakePage(BEN));
    }

    private static Drill drillEscalated() {
        return Drill.madeUp()
                .acknowledges(ANA)
                .answers(ANA, "Growing")
                .starts(ANA)
                .answers(ANA, "Not exported")
                .passes(MINUTE.multipliedBy(3))
                .does(new Command.Escalate(ANA, "Who owns the queue?"));
    }

    private static Drill switched() {
        return onFirst().notices(Plans.shortened(), SHORTER).passes(MINUTE).switches(BEN, Plans.shortened(), SHORTER);
    }

    private static Drill reported() {
        return onRetry()
                .does(new Command.ReportStep(
                        ANA,
                        Plans.REPLAY,
                        Fault.DANGEROUS,
                        "It replays <!channel> what was already exported & shipped"));
    }

    private static Drill resolved() {
        return onRetry()
                .starts(ANA)
                .passes(MINUTE)
                .answers(ANA, "Exported")
                .passes(MINUTE)
                .answers(ANA, "They do");
    }

    private static Command goOn() {
        return new Command.GoOn(BEN, Plans.LOOK, 1);
    }

    @Test
    void givenTheSameView_whenRenderedTwice_thenNothingDiffers() {
        assertThat(hashes(resolved().view())).isEqualTo(hashes(resolved().view()));
    }

    @Test
    void givenARepeatedPage_whenItWasNeverSent_thenOnlyTheLastOneIs() {
        var slots = Golden.slots(somethingElse().passes(MINUTE.multipliedBy(60)).view());

        assertThat(wanted(slots)).contains("page/1", "page/5").doesNotContain("page/2", "page/3", "page/4");
    }

    @Test
    void givenAContactEscalates_whenNobodyElseIsThere_thenTheyArePagedThemselves() {
        var jonas = new Person("U04JONAS", "jonas");
        var marta = new Person("U03MARTA", "marta");

        assertThat(wanted(Golden.slots(
                        onFirst().does(new Command.Escalate(marta, "help")).view())))
                .contains("contact-channel/1/#erp-integration")
                .doesNotContain("dm/1/U03MARTA");
        assertThat(wanted(Golden.slots(onFirst()
                        .does(new Command.Escalate(jonas, "help"))
                        .passes(MINUTE.multipliedBy(11))
                        .view())))
                .contains("dm/1/U03MARTA", "dm/2/U04JONAS");
    }

    @Test
    void givenAMuteUntilTomorrow_whenShown_thenItsDayIsToo() {
        var tomorrow = Drill.START.plusSeconds(86_400);
        var drill = onFirst().does(new Command.Mute(ANA, tomorrow, 3, "Deploy"));
        var slots = Golden.slots(drill.view());

        assertThat(slots.getFirst().message().json()).contains("{date_short_pretty} {time}|2026-11-22 02:10 UTC>");
    }

    @Test
    void givenAPage_whenSomebodyTakesIt_thenItIsNotSentAnyMore() {
        assertThat(wanted(Golden.slots(handedOff().view()))).noneMatch(key -> key.startsWith("page/"));
        assertThat(wanted(Golden.slots(handedOff().view()))).noneMatch(key -> key.startsWith("dm/"));
    }

    @Test
    void givenADrill_whenRendered_thenEverythingIsMarkedAndNobodyIsMentionedOrWrittenTo() {
        for (var drill : List.of(
                Drill.madeUp(),
                Drill.madeUp().passes(MINUTE.multipliedBy(60)),
                drillEscalated(),
                drillEscalated().passes(MINUTE.multipliedBy(60)),
                drillEscalated().does(new Command.TakePage(BEN)).passes(MINUTE.multipliedBy(61)),
                Drill.madeUp().acknowledges(ANA).passes(MINUTE.multipliedBy(31)))) {
            for (var slot : Golden.slots(drill.view())) {
                var json = "{\"text\":%s,\"blocks\":%s}"
                        .formatted(
                                Json.write(slot.message().text().toString()),
                                slot.message().json());
                assertThat(slot.message().json()).as(slot.key()).contains("🧪 *DRILL*");
                assertThat(slot.message().text().toString()).as(slot.key()).startsWith("Drill, nothing is wrong.");
                var mentions = Mentions.of(Json.tree(json));
                assertThat(mentions.broadcasts()).as(slot.key()).isEmpty();
                assertThat(mentions.users()).as(slot.key()).isEmpty();
                assertThat(mentions.groups()).as(slot.key()).isEmpty();
                assertThat(slot.where())
                        .as(slot.key())
                        .satisfiesAnyOf(
                                where -> assertThat(where).isInstanceOf(Slot.Where.Root.class),
                                where -> assertThat(where).isEqualTo(new Slot.Where.InThread(false)));
            }
        }
    }

    /** Every way in which a stranger's words reach Slack, at once, and each far too long. */
    @Test
    void givenHostileAlerts_whenRendered_thenTheyMentionNobodyAndFit() {
        var evil =
                "<!channel> <@U09EVIL> <!subteam^S09EVIL> <https://evil.example|https://bank.example> @here \u202Etxt\u0000";
        var hostile = new AlertSummary(
                5,
                5,
                Map.of(
                        "alertname",
                        evil,
                        evil,
                        evil,
                        "huge",
                        "&".repeat(100_000),
                        "queue",
                        evil + "`rm -rf /`",
                        "region",
                        evil),
                Map.of("summary", evil + "x".repeat(100_000), "description", "<!here>"),
                Optional.of("https://evil.example/|<!channel>"));
        for (var drill : List.of(
                Drill.known(), Drill.unknown(), onRetry(), somethingElse(), reported(), handedOff(), resolved())) {
            for (var slot : Golden.slots(
                    drill.with(hostile).titled(evil + "&".repeat(100_000)).view())) {
                var mentions = Mentions.of(Json.tree("{\"text\":%s,\"blocks\":%s}"
                        .formatted(
                                Json.write(slot.message().text().toString()),
                                slot.message().json())));
                assertThat(mentions.broadcasts()).as(slot.key()).isEmpty();
                assertThat(mentions.users()).as(slot.key()).doesNotContain("U09EVIL");
                assertThat(mentions.groups()).as(slot.key()).doesNotContain("S09EVIL");
                assertThat(slot.message().json() + slot.message().text())
                        .as(slot.key())
                        .doesNotContain("\u202E", "\u0000");
            }
        }
    }

    @Test
    void givenAStepThatDoesNotFit_whenShown_thenItSaysSoAndOffersTheRest() {
        var step = Plans.known().step(Plans.LOOK);
        var paragraph = "Look closely. ".repeat(100) + "\n\n";
        var drill = Drill.of(Plans.of(new Walk(List.of(new Step(
                        step.id(),
                        step.part(),
                        step.title(),
                        paragraph.repeat(20),
                        step.outcomes(),
                        Optional.empty(),
                        1)))))
                .acknowledges(ANA);
        var message = Golden.slots(drill.view()).getLast().message().json();

        assertThat(message).contains("the rest does not fit here", "Show all", "whole_step", "Growing");
        var modal = Json.tree(StepsModal.one(drill.view(), new Links("https://handrail.example"), step.id()));
        assertThat(ViewCheck.of(modal)).isEmpty();
        assertThat(ViewCheck.of(Json.tree(StepsModal.all(onRetry().view(), new Links("https://handrail.example")))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SOMETHING_ELSE", "ESCALATE", "RESOLVE", "REPORT"})
    void givenAVerbThatAsksForASentence_whenItsModalIsMade_thenSlackTakesIt(Verb verb) {
        var memory = new SentenceModal.Memory("42:1::" + "s".repeat(500), "C01ORDERS", "1795244524.506251");

        assertThat(ViewCheck.of(Json.tree(SentenceModal.json(verb, memory)))).isEmpty();
    }

    @Test
    void givenANewerRevision_whenItsModalIsMade_thenSlackTakesItAndItSaysWhereItGoesOn() {
        var memory = new SentenceModal.Memory("42:1::" + "s".repeat(500), "C01ORDERS", "1795244524.506251");
        var newer = Plans.shortened();
        var many = "new outcome “&” in step 1, ".repeat(200);
        for (var changes : List.of(SHORTER, many)) {
            var available = new Newer.Available(newer, newer.edition().orElseThrow(), changes);
            var modal = SwitchModal.json(onFirst().view(), available, memory);

            assertThat(ViewCheck.of(Json.tree(modal))).isEmpty();
            assertThat(modal).contains("“Look at the queue” is no longer there", "step 1 “Replay the export”");
            assertThat(modal).contains(available.revision().value());
        }
        var available = new Newer.Available(newer, newer.edition().orElseThrow(), SHORTER);
        assertThat(SwitchModal.json(onRetry().view(), available, memory))
                .contains("“Replay the export” is shown again");
    }

    private static List<String> wanted(List<Slot> slots) {
        return slots.stream().filter(Slot::isWanted).map(Slot::key).toList();
    }

    private static List<String> hashes(IncidentView view) {
        return Golden.slots(view).stream().map(slot -> slot.message().hash()).toList();
    }
}

package dev.handrail.slack.render;

import static dev.handrail.slack.Drill.ANA;
import static dev.handrail.slack.Drill.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.run.Act;
import dev.handrail.run.Act.HandoverOffered.Part;
import dev.handrail.run.Command;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Moved;
import dev.handrail.simulator.block.Mentions;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Links;
import dev.handrail.slack.Plans;
import dev.handrail.slack.modal.MoreModal;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.text.Kit;
import java.time.Duration;
import java.util.Arrays;
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

/** What a thread shows of what people do besides walking. */
class DeedProjectionTest {
    private static final Command OFFER = new Command.OfferHandover(ANA, BEN, "My shift ends <!channel>");
    private static final SentenceModal.Memory MEMORY = new SentenceModal.Memory("7", "C01", "1.2");

    @TestFactory
    Stream<DynamicTest> everyDeedIsAsItsGoldenFileSays() {
        return deeds().entrySet().stream()
                .map(deed -> DynamicTest.dynamicTest(
                        deed.getKey(),
                        () -> Golden.check(
                                deed.getKey(), Golden.slots(deed.getValue().view()))));
    }

    @TestFactory
    Stream<DynamicTest> givenAlertsThatMove_thenTheThreadIsAsWrittenInItsGoldenFile() {
        var moved = new Moved(new IncidentId(7), 3, "digest");
        return Map.of(
                        "deed-merged",
                        new Command.MergeInto(BEN, new IncidentId(7), "One <!channel> outage"),
                        "deed-merged-in",
                        new Command.Regroup(new Act.MergedIn(BEN, moved, "One <!channel> outage")),
                        "deed-took-in",
                        new Command.Regroup(new Act.MergedIn(
                                BEN,
                                moved,
                                "",
                                Optional.of(new Act.MergedIn.Taken(
                                        "Wrong price <!here> & more", Severity.CRITICAL, Optional.of(ANA))))),
                        "deed-split-off",
                        new Command.Regroup(new Act.SplitOff(BEN, moved, "")),
                        "deed-split-from",
                        new Command.Regroup(new Act.SplitFrom(BEN, moved, "Another provider")))
                .entrySet()
                .stream()
                .map(act -> DynamicTest.dynamicTest(
                        act.getKey(),
                        () -> Golden.check(
                                act.getKey(),
                                Golden.slots(onFirst().does(act.getValue()).view()))));
    }

    @Test
    void givenMoreAlertsThanSlackLists_whenSomeAreChosen_thenTheRestMayBeTyped() {
        var form = SentenceModal.json(Verb.SPLIT, MEMORY, options(103));

        assertThat(ViewCheck.of(Json.tree(form))).isEmpty();
        assertThat(form).contains("3 more are not listed", "\"block_id\":\"typed\"");
        assertThat(SentenceModal.json(Verb.SPLIT, MEMORY, options(100))).doesNotContain("\"block_id\":\"typed\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"MERGE", "WRONG_RUNBOOK"})
    void givenMoreThanSlackLists_whenOneIsChosen_thenTheMenuSearches(Verb verb) {
        var form = SentenceModal.json(verb, MEMORY, options(103));

        assertThat(ViewCheck.of(Json.tree(form))).isEmpty();
        assertThat(form).contains("\"type\":\"external_select\"", "Type to search");
        assertThat(SentenceModal.json(verb, MEMORY, options(100)))
                .contains("\"type\":\"static_select\"")
                .doesNotContain("external_select");
    }

    private static List<Kit> options(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> Kit.plainOption("Number " + number, Integer.toString(number)))
                .toList();
    }

    private static Map<String, Drill> deeds() {
        return Map.ofEntries(
                Map.entry("deed-skipped", onFirst().does(skip(onFirst()))),
                Map.entry("deed-back", back()),
                Map.entry("deed-note", onFirst().does(new Command.AddNote(ANA, "See <https://x|bank> & more", false))),
                Map.entry("deed-note-in-thread", onFirst().does(new Command.AddNote(ANA, "I look at it", true))),
                Map.entry("deed-handover", onFirst().does(OFFER)),
                Map.entry("deed-handover-accepted", onFirst().does(OFFER).does(new Command.AcceptHandover(BEN))),
                Map.entry("deed-handover-declined", onFirst().does(OFFER).does(new Command.DeclineHandover(BEN))),
                Map.entry("deed-handover-lapsed", onFirst().does(OFFER).passes(Duration.ofMinutes(30))),
                Map.entry("deed-shift", onFirst().does(shift())),
                Map.entry("deed-person", onFirst().does(new Command.AddPerson(ANA, BEN, "Knows the queue"))),
                Map.entry(
                        "deed-severity",
                        onFirst().does(new Command.ChangeSeverity(ANA, Severity.CRITICAL, Severity.LOW, "Two orders"))),
                Map.entry(
                        "deed-muted",
                        onFirst().does(new Command.Mute(ANA, Drill.START.plusSeconds(7200), 3, "The ERP is down"))),
                Map.entry("deed-resolved", resolved()),
                Map.entry("deed-reopened", resolved().does(new Command.ReopenByHand(ANA, "It fails again"))));
    }

    private static Drill onFirst() {
        return Drill.known().does(new Command.Acknowledge(ANA));
    }

    private static Command skip(Drill drill) {
        var step = drill.view().state().step().orElseThrow();
        return new Command.Skip(ANA, step, 1, "The ERP team looks at it");
    }

    private static Drill back() {
        var second = onFirst().does(skip(onFirst()));
        return second.does(
                new Command.StepBack(ANA, second.view().state().step().orElseThrow(), 1));
    }

    private static Command shift() {
        var parts = List.of(
                new Part(new IncidentId(7), "Orders stuck", "ana is on it: step 1 of 4"),
                new Part(new IncidentId(9), "Refund <@U9> failed", "Waiting until 2026-11-21T02:10:00Z"));
        return new Command.OfferHandover(ANA, BEN, "", parts, Optional.empty());
    }

    private static Drill resolved() {
        return onFirst()
                .does(new Command.Escalate(ANA, "Help"))
                .does(new Command.TakePage(BEN))
                .does(new Command.Resolve(BEN, "More consumers", Optional.of(Fix.CAPACITY)));
    }

    @Test
    void givenAHandoverAcceptedAfterAnEscalation_thenThePageStaysOpenAndWhoeverTakesItCanResolve() {
        var escalated =
                onFirst().does(OFFER).does(new Command.Escalate(ANA, "Help")).does(new Command.AcceptHandover(BEN));
        assertThat(slot(escalated, "page/1")).contains("\"take_page\"");

        escalated.does(new Command.TakePage(ANA));
        assertThat(slot(escalated, "page/1")).contains("has it").doesNotContain("\"take_page\"");
        assertThat(slot(escalated, "handed-off/1")).contains("\"resolve\"");
    }

    @Test
    void givenAWaitThatWasLeft_whenAnotherIsOver_thenTheFirstDoesNotSayThatItWas() {
        var left = onFirst().answers(ANA, "Draining").does(new Command.StepBack(ANA, Plans.LOOK, 1));
        var second = left.answers(ANA, "Draining").does(new Command.GoOn(ANA, Plans.LOOK, 2));

        assertThat(slot(second, "wait/look-at-the-queue/1")).contains("not needed any more");
        assertThat(slot(second, "wait/look-at-the-queue/2")).contains("went on without waiting");
    }

    private static String slot(Drill drill, String key) {
        return Golden.slots(drill.view()).stream()
                .filter(slot -> slot.key().equals(key))
                .map(slot -> slot.message().json())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whateverPeopleWrite_thenOnlyWhoeverIsCalledIsMentioned() {
        deeds().forEach((name, deed) -> {
            for (var slot : Golden.slots(deed.view())) {
                var mentions = Mentions.of(Json.tree("{\"text\":%s,\"blocks\":%s}"
                        .formatted(
                                Json.write(slot.message().text().toString()),
                                slot.message().json())));
                assertThat(mentions.broadcasts()).as(name).isEmpty();
                assertThat(mentions.users()).as(name).doesNotContain("U9");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyFormIsOneThatSlackTakes() {
        var runbooks = List.of(Kit.plainOption("Orders stuck", "order-export"));
        return Arrays.stream(Verb.values())
                .filter(Verb::asksFirst)
                .map(verb -> DynamicTest.dynamicTest(
                        verb.id(),
                        () -> assertThat(ViewCheck.of(Json.tree(SentenceModal.json(verb, MEMORY, runbooks))))
                                .isEmpty()));
    }

    @Test
    void theRestIsAModalThatSlackTakes() {
        var links = new Links("https://handrail.example");

        assertThat(ViewCheck.of(Json.tree(MoreModal.json(onFirst().view(), links, MEMORY))))
                .isEmpty();
    }
}

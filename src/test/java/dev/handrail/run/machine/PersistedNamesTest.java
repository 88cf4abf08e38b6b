package dev.handrail.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.platform.Json;
import dev.handrail.run.Act;
import dev.handrail.run.Cause;
import dev.handrail.run.Ending;
import dev.handrail.run.Fault;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Moved;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The names under which things are stored are a contract with every database out there: they are only ever added. When one of
 * these tests fails, the code is wrong, not the list.
 */
class PersistedNamesTest {
    private static final Path EVENTS = Path.of("src/test/resources/golden/events");
    private static final Instant LATER = Instant.parse("2026-11-02T12:02:00.123456Z");

    @Test
    void givenTheSealedTypes_thenTheirNamesAreThese() {
        assertThat(names(RunEvent.class))
                .containsExactly(
                        "opened",
                        "alerts_joined",
                        "acknowledged",
                        "took_over",
                        "step_shown",
                        "answered",
                        "try_started",
                        "wait_began",
                        "wait_ended",
                        "backoff_ended",
                        "reminded",
                        "escalated",
                        "level_told",
                        "page_taken",
                        "still_on_it",
                        "source_resolved",
                        "source_fired_again",
                        "finished",
                        "reopened",
                        "step_reported",
                        "newer_revision",
                        "revision_switched",
                        "flapping_began",
                        "flapping_ended",
                        "gathered",
                        "released",
                        "runbook_picked",
                        "candidates_declined",
                        "step_skipped",
                        "stepped_back",
                        "runbook_changed",
                        "handover_accepted",
                        "handover_offered",
                        "handover_declined",
                        "handover_lapsed",
                        "note_added",
                        "severity_changed",
                        "muted",
                        "person_added",
                        "merged_in",
                        "split_off",
                        "split_from");
        assertThat(names(Position.class))
                .containsExactly("offered", "on_step", "waiting", "escalated", "handed_off", "finished");
        assertThat(names(Target.class)).containsExactly("step", "resolved", "escalate", "wait", "runbook");
        assertThat(names(Resolution.class)).containsExactly("verify", "auto", "quiet");
        assertThat(names(Contact.class))
                .containsExactly("slack_user", "slack_group", "slack_channel", "email", "pagerduty", "webhook");
    }

    @Test
    void givenTheEnumerations_thenTheirNamesAreThese() {
        assertThat(Cause.values())
                .extracting(Enum::name)
                .containsExactly(
                        "UNKNOWN_FAILURE",
                        "SOMETHING_ELSE",
                        "OUTCOME",
                        "RETRY_LIMIT",
                        "BY_HAND",
                        "NOT_ACKNOWLEDGED",
                        "NO_ANSWER",
                        "OWNER_SILENT");
        assertThat(Ending.values())
                .extracting(Enum::name)
                .containsExactly("RESOLVED", "RESOLVED_BY_SOURCE", "RESOLVED_UNATTENDED", "MERGED");
        assertThat(Fix.values())
                .extracting(Enum::name)
                .containsExactly(
                        "RETRY",
                        "CONFIGURATION",
                        "DATA_REPAIR",
                        "DEPLOY_OR_ROLLBACK",
                        "UPSTREAM_RECOVERED",
                        "CAPACITY",
                        "FALSE_ALARM",
                        "OTHER");
        assertThat(Fault.values()).extracting(Enum::name).containsExactly("WRONG", "UNCLEAR", "DANGEROUS");
        assertThat(Step.Part.values())
                .extracting(Enum::name)
                .containsExactly("DIAGNOSIS", "MITIGATION", "VERIFICATION");
    }

    @TestFactory
    Stream<DynamicTest> givenAnEventAsItWasStored_thenItReadsAndIsStoredTheSame() {
        return events().entrySet().stream()
                .map(event -> dynamicTest(event.getKey(), () -> {
                    var stored = stored(event.getKey());

                    assertThat(Json.read(stored, RunEvent.class)).isEqualTo(event.getValue());
                    assertThat(Json.write(event.getValue())).isEqualTo(stored);
                }));
    }

    @Test
    void givenTheStoredEvents_thenThereIsOneForEveryNameAndNoOther() throws IOException {
        assertThat(events().keySet()).containsExactlyElementsOf(names(RunEvent.class));
        try (var files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(names(RunEvent.class));
        }
    }

    @Test
    void givenTheOpeningOfADrill_whenItIsStored_thenItSaysSoAndARealOneDoesNot() {
        var drill = new RunEvent.Opened(Optional.empty(), Optional.empty(), "a drill", "ERP", true);

        assertThat(Json.write(drill)).contains("\"drill\":true");
        assertThat(Json.read(Json.write(drill), RunEvent.class)).isEqualTo(drill);
    }

    @Test
    void givenAPlanOfAnEarlierRelease_whenItIsRead_thenItHasNoPast() {
        var stored = Json.write(Walks.walked()).replace(",\"past\":[]", "");

        assertThat(stored).doesNotContain("past");
        assertThat(Json.read(stored, Plan.class)).isEqualTo(Walks.walked());
    }

    @Test
    void givenAPlanOfAnEarlierRelease_whenItIsRead_thenItsLevelsAreToldAtOnceAndAtAnyHour() {
        var stored = Json.write(Walks.walked());

        assertThat(stored).doesNotContain("between", "roster", "only", "repeat", "\"may\"");
        assertThat(Json.read(stored, Plan.class).policy()).isEqualTo(Walks.ERP);
    }

    @Test
    void givenTheEndOfAMergedIncident_whenItIsStored_thenItNamesTheOtherAndOtherEndsAreStoredAsBefore() {
        var merged = new RunEvent.Finished(
                Ending.MERGED, Optional.of(Walks.ANA), "One outage", Optional.empty(), Optional.of(new IncidentId(7)));

        assertThat(Json.write(merged)).contains("\"into\":7");
        assertThat(Json.read(Json.write(merged), RunEvent.class)).isEqualTo(merged);
        assertThat(Json.write(new Position.Finished(Ending.RESOLVED, LATER))).doesNotContain("into");
    }

    @Test
    void givenWhatAMergeTookIn_whenItIsStored_thenItIsThereAndAnEarlierReleaseStoredNothingOfIt() {
        var taken = new Act.MergedIn.Taken("Orders stuck", Severity.CRITICAL, Optional.of(Walks.BEN));
        var merged =
                new Act.MergedIn(Walks.ANA, new Moved(new IncidentId(7), 3, "5f70"), "One outage", Optional.of(taken));
        var earlier = new Act.MergedIn(Walks.ANA, merged.moved(), "One outage");

        assertThat(Json.read(Json.write(merged), RunEvent.class)).isEqualTo(merged);
        assertThat(Json.write(earlier)).doesNotContain("taken");
        assertThat(Json.read(Json.write(earlier), RunEvent.class)).isEqualTo(earlier);
    }

    @Test
    void givenAStateInWhichNothingWasAgreed_whenItIsStored_thenItIsAsEarlierReleasesStoredIt() {
        assertThat(Json.write(RunState.BEFORE)).doesNotContain("arranged", "trail");
    }

    @Test
    void givenAStateWithoutANewerRevision_whenItIsStored_thenItIsAsEarlierReleasesStoredIt() {
        assertThat(Json.write(RunState.BEFORE)).doesNotContain("newer");
    }

    @Test
    void givenAnEventOfALaterRelease_whenItHasMoreComponents_thenItStillReads() {
        var later = "{\"event\":\"acknowledged\",\"by\":{\"id\":\"U01ANA\",\"name\":\"Ana Costa\"},\"from\":\"phone\"}";

        assertThat(Json.read(later, RunEvent.class)).isEqualTo(new RunEvent.Acknowledged(Walks.ANA));
    }

    private static List<String> names(Class<?> sealed) {
        var listed = sealed.getAnnotation(JsonSubTypes.class);
        assertThat(listed).as("names of %s", sealed).isNotNull();
        var all =
                Arrays.stream(listed.value()).flatMap(PersistedNamesTest::named).toList();
        assertThat(all.stream().map(JsonSubTypes.Type::value))
                .as("every kind of %s has a name", sealed)
                .containsExactlyInAnyOrderElementsOf(Kinds.of(sealed));
        return all.stream().map(JsonSubTypes.Type::name).toList();
    }

    /** A kind without a name of its own lists the kinds below it. */
    private static Stream<JsonSubTypes.Type> named(JsonSubTypes.Type kind) {
        return kind.name().isEmpty()
                ? Arrays.stream(kind.value().getAnnotation(JsonSubTypes.class).value())
                : Stream.of(kind);
    }

    private static String stored(String name) throws IOException {
        var file = EVENTS.resolve(name + ".json");
        assertThat(file)
                .as("an event is stored under a name that has no golden file")
                .exists();
        return Files.readString(file).strip();
    }

    private static Map<String, RunEvent> acts() {
        var ana = Walks.ANA;
        var step = Walks.REPLAY;
        var acts = new LinkedHashMap<String, RunEvent>();
        acts.put("step_skipped", new Act.StepSkipped(ana, step, 2, "Done by hand"));
        acts.put("stepped_back", new Act.SteppedBack(ana, step, 2, Walks.QUEUE));
        acts.put(
                "runbook_changed",
                new Act.RunbookChanged(
                        ana,
                        Optional.of("order-export"),
                        "payment-late",
                        Revision.of("payment-late"),
                        "It is the provider"));
        acts.put("handover_accepted", new Act.HandoverAccepted(Walks.BEN, ana));
        acts.put(
                "handover_offered",
                new Act.HandoverOffered(
                        ana,
                        Walks.BEN,
                        "My shift ends",
                        LATER,
                        List.of(new Act.HandoverOffered.Part(new IncidentId(7), "Orders stuck", "on step 2 of 5")),
                        Optional.of(new IncidentId(4))));
        acts.put("handover_declined", new Act.HandoverDeclined(Walks.BEN, ana));
        acts.put("handover_lapsed", new Act.HandoverLapsed(Walks.BEN, ana));
        acts.put("note_added", new Act.NoteAdded(ana, Optional.of(step), "See https://grafana.example/d/1", true));
        acts.put("severity_changed", new Act.SeverityChanged(ana, Severity.HIGH, Severity.CRITICAL, "Orders are lost"));
        acts.put("muted", new Act.Muted(ana, LATER, 3, "The ERP is down until then"));
        acts.put("person_added", new Act.PersonAdded(ana, Walks.MARTA, "Knows the queue"));
        var moved = new Moved(new IncidentId(7), 3, "5f70bf18a086007016e948b04aed3b82");
        acts.put("merged_in", new Act.MergedIn(ana, moved, "One outage"));
        acts.put("split_off", new Act.SplitOff(ana, moved, "Another provider"));
        acts.put("split_from", new Act.SplitFrom(ana, moved, "Another provider"));
        return acts;
    }

    private static Map<String, RunEvent> events() {
        var ana = Walks.ANA;
        var step = Walks.REPLAY;
        var revision = Optional.of(Revision.of("order-export"));
        var events = new LinkedHashMap<String, RunEvent>();
        events.put(
                "opened",
                new RunEvent.Opened(Optional.of("order-export"), revision, "alertname is OrderExportStalled", "ERP"));
        events.put("alerts_joined", new RunEvent.AlertsJoined(12, "5f70bf18a086007016e948b04aed3b82"));
        events.put("acknowledged", new RunEvent.Acknowledged(ana));
        events.put("took_over", new RunEvent.TookOver(Walks.BEN, Optional.of(ana)));
        events.put("step_shown", new RunEvent.StepShown(step, 2, revision, Optional.of(LATER)));
        events.put("answered", new RunEvent.Answered(ana, step, 2, "Not exported"));
        events.put("try_started", new RunEvent.TryStarted(ana, step, 2, 1));
        events.put("wait_began", new RunEvent.WaitBegan(step, 2, LATER, new Target.ToStep(step)));
        events.put("wait_ended", new RunEvent.WaitEnded(Optional.of(ana)));
        events.put("backoff_ended", new RunEvent.BackoffEnded(step, 2));
        events.put("reminded", new RunEvent.Reminded(Optional.of(step)));
        events.put(
                "escalated",
                new RunEvent.Escalated(
                        Cause.SOMETHING_ELSE, "It smells of smoke", Optional.of(ana), Optional.of(step), true));
        events.put(
                "level_told",
                new RunEvent.LevelTold(
                        1,
                        2,
                        "ERP lead",
                        List.of(
                                new Contact.SlackUser("U03MARTA"),
                                new Contact.SlackGroup("S01ERP"),
                                new Contact.SlackChannel("#erp")),
                        Optional.empty()));
        events.put("page_taken", new RunEvent.PageTaken(Walks.MARTA));
        events.put("still_on_it", new RunEvent.StillOnIt(Walks.MARTA));
        events.put("source_resolved", new RunEvent.SourceResolved());
        events.put("source_fired_again", new RunEvent.SourceFiredAgain());
        events.put("finished", new RunEvent.Finished(Ending.RESOLVED, Optional.of(ana), "Replayed"));
        events.put("reopened", new RunEvent.Reopened("It fires again"));
        events.put(
                "step_reported",
                new RunEvent.StepReported(
                        ana,
                        step,
                        Revision.of("order-export"),
                        "order-export.md",
                        57,
                        Fault.DANGEROUS,
                        "It deletes the queue",
                        List.of(new Contact.SlackUser("U03MARTA"))));
        events.put("newer_revision", new RunEvent.NewerRevision(revision, "step 3 reworded"));
        events.put(
                "revision_switched",
                new RunEvent.RevisionSwitched(ana, revision, Revision.of("order-export, reworded"), "step 3 reworded"));
        events.put("flapping_began", new RunEvent.FlappingBegan(4, Duration.ofSeconds(754)));
        events.put("flapping_ended", new RunEvent.FlappingEnded());
        events.put(
                "gathered",
                new RunEvent.Gathered(new IncidentId(12), "5 failure modes on system erp-netsuite within 5 min"));
        events.put("released", new RunEvent.Released("storm #12 is over"));
        events.put(
                "runbook_picked",
                new RunEvent.RunbookPicked(
                        ana,
                        "order-export",
                        Revision.of("order-export"),
                        "it speaks of \"export\" (64 % sure)",
                        List.of("order-export", "payment-late")));
        events.put("candidates_declined", new RunEvent.CandidatesDeclined(ana));
        events.putAll(acts());
        return events;
    }
}

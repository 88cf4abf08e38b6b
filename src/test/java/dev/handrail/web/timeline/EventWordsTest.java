package dev.handrail.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Act;
import dev.handrail.run.Cause;
import dev.handrail.run.Ending;
import dev.handrail.run.Fault;
import dev.handrail.run.RunEvent;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Moved;
import dev.handrail.run.machine.Kinds;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventWordsTest {
    private static final Person ANA = new Person("U1", "Ana");
    private static final Person BEN = new Person("U2", "Ben");
    private static final StepId STEP = new StepId("restart");
    private static final Instant LATER = Instant.parse("2026-11-21T05:10:00Z");
    private static final Revision REVISION = Revision.of("text");

    static Stream<Arguments> sentences() {
        return Stream.concat(events(), acts());
    }

    private static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of(new Act.StepSkipped(ANA, STEP, 1, "Done by hand"), "Ana skipped the step"),
                Arguments.of(new Act.SteppedBack(ANA, STEP, 1, STEP), "Ana went back to the step"),
                Arguments.of(
                        new Act.RunbookChanged(ANA, Optional.of("export"), "payment", REVISION, "It is the provider"),
                        "Ana changed the runbook from export to payment"),
                Arguments.of(
                        new Act.RunbookChanged(ANA, Optional.empty(), "payment", REVISION, "It is the provider"),
                        "Ana chose the runbook payment"),
                Arguments.of(
                        new Act.HandoverOffered(ANA, BEN, "My shift ends", LATER, List.of(), Optional.empty()),
                        "Ana asked Ben to take over"),
                Arguments.of(new Act.HandoverAccepted(BEN, ANA), "Ben accepted the handover from Ana"),
                Arguments.of(new Act.HandoverDeclined(BEN, ANA), "Ben declined the handover from Ana"),
                Arguments.of(new Act.HandoverLapsed(BEN, ANA), "Handrail heard nothing from Ben: Ana still has it"),
                Arguments.of(new Act.NoteAdded(ANA, Optional.of(STEP), "It is full", false), "Ana added a note"),
                Arguments.of(new Act.NoteAdded(ANA, Optional.empty(), "It is full", true), "Ana wrote in the thread"),
                Arguments.of(
                        new Act.SeverityChanged(ANA, Severity.HIGH, Severity.LOW, "Two orders"),
                        "Ana changed the severity from high to low"),
                Arguments.of(
                        new Act.Muted(ANA, LATER, 3, "The ERP is down"),
                        "Ana muted the incident until 21 Nov 2026, 05:10 UTC with silence #3"),
                Arguments.of(new Act.PersonAdded(ANA, BEN, "Knows it"), "Ana asked Ben to come"),
                Arguments.of(
                        new Act.MergedIn(
                                ANA,
                                new Moved(new IncidentId(7), 3, "digest"),
                                "One outage",
                                Optional.of(
                                        new Act.MergedIn.Taken("Wrong price", Severity.CRITICAL, Optional.empty()))),
                        "Ana merged incident #7 “Wrong price” (critical) into this: 3 alerts"),
                Arguments.of(
                        new Act.SplitOff(ANA, new Moved(new IncidentId(8), 1, "digest"), ""),
                        "Ana split 1 alert off into incident #8"),
                Arguments.of(
                        new Act.SplitFrom(ANA, new Moved(new IncidentId(7), 1, "digest"), ""),
                        "Ana split this off incident #7: 1 alert"),
                Arguments.of(
                        new RunEvent.Finished(
                                Ending.MERGED,
                                Optional.of(ANA),
                                "One outage",
                                Optional.empty(),
                                Optional.of(new IncidentId(7))),
                        "Ana merged this into incident #7"),
                Arguments.of(
                        new RunEvent.Finished(
                                Ending.RESOLVED, Optional.of(ANA), "more", Optional.of(Fix.CAPACITY), Optional.empty()),
                        "Ana closed the incident: it is over; what fixed it: capacity"),
                Arguments.of(new RunEvent.Reopened("it fails", Optional.of(BEN)), "Ben reopened the incident"));
    }

    private static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new RunEvent.Opened(Optional.of("export"), Optional.of(REVISION), "it fits", "Integration"),
                        "Handrail opened the incident with the runbook export, for Integration"),
                Arguments.of(
                        new RunEvent.Opened(Optional.empty(), Optional.empty(), "none fits", "Duty"),
                        "Handrail opened the incident without a runbook, for Duty"),
                Arguments.of(
                        new RunEvent.Opened(Optional.of("export"), Optional.of(REVISION), "a drill", "Duty", true),
                        "Handrail opened a DRILL with the runbook export, for Duty"),
                Arguments.of(new RunEvent.AlertsJoined(1, "d"), "Handrail added 1 alert"),
                Arguments.of(new RunEvent.AlertsJoined(20, "d"), "Handrail added 20 alerts"),
                Arguments.of(new RunEvent.Acknowledged(ANA), "Ana acknowledged: “I'm on it”"),
                Arguments.of(new RunEvent.TookOver(BEN, Optional.of(ANA)), "Ben took over from Ana"),
                Arguments.of(
                        new RunEvent.StepShown(STEP, 1, Optional.of(REVISION), Optional.empty()),
                        "Handrail showed a step"),
                Arguments.of(
                        new RunEvent.StepShown(STEP, 2, Optional.of(REVISION), Optional.of(LATER)),
                        "Handrail showed a step again"),
                Arguments.of(new RunEvent.Answered(ANA, STEP, 1, "It worked"), "Ana answered"),
                Arguments.of(new RunEvent.TryStarted(ANA, STEP, 1, 2), "Ana started try 2"),
                Arguments.of(
                        new RunEvent.WaitBegan(STEP, 1, LATER, new Target.ToStep(STEP)),
                        "Handrail began to wait until 05:10:00 UTC, and then to go on with the next step"),
                Arguments.of(new RunEvent.WaitEnded(Optional.of(ANA)), "Ana went on without waiting"),
                Arguments.of(new RunEvent.WaitEnded(Optional.empty()), "Handrail ended the wait: its time was over"),
                Arguments.of(
                        new RunEvent.BackoffEnded(STEP, 1),
                        "Handrail allowed the next try: the time between tries was over"),
                Arguments.of(
                        new RunEvent.Reminded(Optional.empty()), "Handrail reminded: an acknowledgement is missing"),
                Arguments.of(new RunEvent.Reminded(Optional.of(STEP)), "Handrail reminded: an answer is missing"),
                Arguments.of(
                        new RunEvent.Escalated(
                                Cause.SOMETHING_ELSE, "disk is full", Optional.of(ANA), Optional.of(STEP), true),
                        "Ana escalated: what was seen is not in the runbook"),
                Arguments.of(
                        new RunEvent.Escalated(Cause.NO_ANSWER, "", Optional.empty(), Optional.of(STEP), false),
                        "Handrail escalated: nobody answered the step in time; the step stays open"),
                Arguments.of(
                        new RunEvent.LevelTold(
                                1, 0, "Integration", List.of(new Contact.SlackUser("U9")), Optional.empty()),
                        "Handrail told Integration (level 2)"),
                Arguments.of(
                        new RunEvent.LevelTold(
                                0, 2, "Integration", List.of(new Contact.SlackUser("U9")), Optional.empty()),
                        "Handrail told Integration (level 1) again: nobody had answered"),
                Arguments.of(new RunEvent.PageTaken(BEN), "Ben took the escalation: “I've got it”"),
                Arguments.of(new RunEvent.StillOnIt(BEN), "Ben is still on it"),
                Arguments.of(
                        new RunEvent.SourceResolved(), "Handrail heard from the source that every alert has resolved"),
                Arguments.of(new RunEvent.SourceFiredAgain(), "Handrail heard from the source that it fires again"),
                Arguments.of(
                        new RunEvent.Finished(Ending.RESOLVED, Optional.of(ANA), "restarted"),
                        "Ana closed the incident: it is over"),
                Arguments.of(new RunEvent.Reopened("it fires again"), "Handrail reopened the incident"),
                Arguments.of(
                        new RunEvent.NewerRevision(Optional.of(REVISION), "step 3 reworded"),
                        "Handrail noticed a newer revision of the runbook"),
                Arguments.of(
                        new RunEvent.NewerRevision(Optional.empty(), ""),
                        "Handrail noticed that the library holds no newer revision any more"),
                Arguments.of(
                        new RunEvent.RevisionSwitched(ANA, Optional.of(REVISION), REVISION, "step 3 reworded"),
                        "Ana went on with a newer revision of the runbook"),
                Arguments.of(
                        new RunEvent.StepReported(
                                ANA, STEP, REVISION, "export.md", 57, Fault.DANGEROUS, "It deletes", List.of()),
                        "Ana reported the step as dangerous: export.md:57"),
                Arguments.of(
                        new RunEvent.FlappingBegan(4, Duration.ofMinutes(12)),
                        "Handrail held the incident: its source changed its mind 4 times in 12 min"),
                Arguments.of(
                        new RunEvent.FlappingEnded(),
                        "Handrail believed the source again: it has said the same for a while"),
                Arguments.of(
                        new RunEvent.Gathered(new IncidentId(12), "5 failure modes"),
                        "Handrail made it a part of storm #12"),
                Arguments.of(new RunEvent.Released("storm #12 is over"), "Handrail let it stand for itself again"),
                Arguments.of(
                        new RunEvent.RunbookPicked(ANA, "order-export", Revision.of("x"), "by words", List.of()),
                        "Ana picked the runbook order-export"),
                Arguments.of(
                        new RunEvent.CandidatesDeclined(ANA), "Ana said that none of the suggested runbooks fits"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void givenAnEvent_whenTold_thenItReadsAsASentence(RunEvent event, String sentence) {
        var told = EventWords.tell(event);

        assertThat(told.who().map(Person::name).orElse("Handrail") + " " + told.what())
                .isEqualTo(sentence);
    }

    @Test
    void givenEveryKindOfEvent_whenTold_thenEachHasASentenceHere() {
        assertThat(sentences().<Object>map(arguments -> arguments.get()[0].getClass()))
                .containsAll(Kinds.of(RunEvent.class));
    }

    @Test
    void givenWordsOfPeople_whenTold_thenTheyAreTheNote() {
        var escalated =
                new RunEvent.Escalated(Cause.BY_HAND, "disk is full", Optional.of(ANA), Optional.of(STEP), true);

        assertThat(EventWords.tell(escalated).note()).isEqualTo("disk is full");
        assertThat(EventWords.tell(escalated).step()).hasValue(STEP);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void givenACause_whenTold_thenItEndsASentence(Cause cause) {
        assertThat(EventWords.because(cause)).matches("[a-z].*[a-z]");
    }

    @Test
    void givenTwoInstants_whenTheOffsetIsTold_thenItGrowsWithItsUnits() {
        assertThat(Times.offset(LATER, LATER.plusSeconds(252))).isEqualTo("+04:12");
        assertThat(Times.offset(LATER, LATER.plus(Duration.ofHours(1)).plusSeconds(252)))
                .isEqualTo("+1:04:12");
        assertThat(Times.offset(LATER, LATER.plus(Duration.ofDays(2)).plusSeconds(252)))
                .isEqualTo("+2d 0:04:12");
        assertThat(Times.length(Duration.ofSeconds(40))).isEqualTo("40 s");
        assertThat(Times.length(Duration.ofMinutes(185))).isEqualTo("3 h 5 min");
    }
}

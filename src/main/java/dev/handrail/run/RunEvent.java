package dev.handrail.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Calling;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.fact.Fix;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened in a run. Stored for good under the names below: names and components are only ever added. When it
 * happened is kept beside it, by the timeline.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = RunEvent.AlertsJoined.class, name = "alerts_joined"),
    @JsonSubTypes.Type(value = RunEvent.Acknowledged.class, name = "acknowledged"),
    @JsonSubTypes.Type(value = RunEvent.TookOver.class, name = "took_over"),
    @JsonSubTypes.Type(value = RunEvent.StepShown.class, name = "step_shown"),
    @JsonSubTypes.Type(value = RunEvent.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = RunEvent.TryStarted.class, name = "try_started"),
    @JsonSubTypes.Type(value = RunEvent.WaitBegan.class, name = "wait_began"),
    @JsonSubTypes.Type(value = RunEvent.WaitEnded.class, name = "wait_ended"),
    @JsonSubTypes.Type(value = RunEvent.BackoffEnded.class, name = "backoff_ended"),
    @JsonSubTypes.Type(value = RunEvent.Reminded.class, name = "reminded"),
    @JsonSubTypes.Type(value = RunEvent.Escalated.class, name = "escalated"),
    @JsonSubTypes.Type(value = RunEvent.LevelTold.class, name = "level_told"),
    @JsonSubTypes.Type(value = RunEvent.PageTaken.class, name = "page_taken"),
    @JsonSubTypes.Type(value = RunEvent.StillOnIt.class, name = "still_on_it"),
    @JsonSubTypes.Type(value = RunEvent.SourceResolved.class, name = "source_resolved"),
    @JsonSubTypes.Type(value = RunEvent.SourceFiredAgain.class, name = "source_fired_again"),
    @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = RunEvent.Reopened.class, name = "reopened"),
    @JsonSubTypes.Type(value = RunEvent.StepReported.class, name = "step_reported"),
    @JsonSubTypes.Type(value = RunEvent.NewerRevision.class, name = "newer_revision"),
    @JsonSubTypes.Type(value = RunEvent.RevisionSwitched.class, name = "revision_switched"),
    @JsonSubTypes.Type(value = RunEvent.FlappingBegan.class, name = "flapping_began"),
    @JsonSubTypes.Type(value = RunEvent.FlappingEnded.class, name = "flapping_ended"),
    @JsonSubTypes.Type(value = RunEvent.Gathered.class, name = "gathered"),
    @JsonSubTypes.Type(value = RunEvent.Released.class, name = "released"),
    @JsonSubTypes.Type(value = RunEvent.RunbookPicked.class, name = "runbook_picked"),
    @JsonSubTypes.Type(value = RunEvent.CandidatesDeclined.class, name = "candidates_declined"),
    @JsonSubTypes.Type(Act.class)
})
public sealed interface RunEvent {
    /**
     * @param runbook id of the matched runbook; empty for an unknown failure
     * @param why why it matched, or why none did
     * @param drill whether the alert is made up: nobody is paged, and nothing is counted
     * @param shadow whether nobody is told, because Handrail is only being tried
     */
    record Opened(
            Optional<String> runbook,
            Optional<Revision> revision,
            String why,
            String owner,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean drill,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean shadow)
            implements RunEvent {
        /** A real one, or a drill. */
        public Opened(Optional<String> runbook, Optional<Revision> revision, String why, String owner, boolean drill) {
            this(runbook, revision, why, owner, drill, false);
        }

        /** A real one. */
        public Opened(Optional<String> runbook, Optional<Revision> revision, String why, String owner) {
            this(runbook, revision, why, owner, false);
        }
    }

    /**
     * Alerts came that the incident did not hold yet.
     *
     * @param digest over their fingerprints, so that the chain covers them
     */
    record AlertsJoined(int count, String digest) implements RunEvent {}

    /** A responder took the offered run. */
    record Acknowledged(Person by) implements RunEvent {}

    /** Somebody became the responder in another's place. */
    record TookOver(Person by, Optional<Person> from) implements RunEvent {}

    /** @param notBefore for a retry step: when its next try may start */
    record StepShown(StepId step, int attempt, Optional<Revision> revision, Optional<Instant> notBefore)
            implements RunEvent {}

    record Answered(Person by, StepId step, int attempt, String outcome) implements RunEvent {}

    /** @param number of the try in this step, from 1 */
    record TryStarted(Person by, StepId step, int attempt, int number) implements RunEvent {}

    record WaitBegan(StepId step, int attempt, Instant until, Target then) implements RunEvent {}

    /** @param by who did not want to wait; empty when the time was over */
    record WaitEnded(Optional<Person> by) implements RunEvent {}

    /** The next try may start. */
    record BackoffEnded(StepId step, int attempt) implements RunEvent {}

    /** People were silent for the time that the policy allows, once. */
    record Reminded(Optional<StepId> step) implements RunEvent {}

    /**
     * The failure is outside the known pattern.
     *
     * @param reason a person's or the runbook's words; empty where the cause says it all
     * @param stops whether the walk ends here; false when only people's silence is at fault, and the step stays open
     */
    record Escalated(Cause cause, String reason, Optional<Person> by, Optional<StepId> step, boolean stops)
            implements RunEvent {}

    /**
     * A level of the escalation policy was told.
     *
     * @param level its place in the policy, from 0
     * @param round how often it was told again, from 0: above 0, nobody had answered
     * @param name whom, for people
     * @param tell the contacts that were told now: all of the level's, or the next of them
     * @param calling absent where all are told at once and nobody is on call
     */
    record LevelTold(int level, int round, String name, List<Contact> tell, Optional<Calling> calling)
            implements RunEvent {
        public LevelTold {
            tell = List.copyOf(tell);
        }

        public Calling called() {
            return calling.orElse(Calling.ALL);
        }
    }

    /** Somebody took the escalation. */
    record PageTaken(Person by) implements RunEvent {}

    /** The person who took it says that they are still working on it. */
    record StillOnIt(Person by) implements RunEvent {}

    /** Every alert of the incident has resolved, by its source. */
    record SourceResolved() implements RunEvent {}

    record SourceFiredAgain() implements RunEvent {}

    /**
     * @param note what fixed it, in a person's words; may be empty
     * @param fix the same in one of few words; empty where nobody was asked
     * @param into the incident that it was merged into; empty for any other ending
     */
    record Finished(Ending ending, Optional<Person> by, String note, Optional<Fix> fix, Optional<IncidentId> into)
            implements RunEvent {
        public Finished(Ending ending, Optional<Person> by, String note) {
            this(ending, by, note, Optional.empty(), Optional.empty());
        }
    }

    /** @param by who said that it is not over; empty where the source did */
    record Reopened(String why, Optional<Person> by) implements RunEvent {
        public Reopened(String why) {
            this(why, Optional.empty());
        }
    }

    /**
     * The library holds something else than what the run is pinned to.
     *
     * @param revision {@link Plan#edition} of what it would be pinned to now; empty when that is gone again
     * @param changes in words
     */
    record NewerRevision(Optional<Revision> revision, String changes) implements RunEvent {}

    /** Somebody went on with a newer revision; the next event shows the step where. */
    record RevisionSwitched(Person by, Optional<Revision> from, Revision to, String changes) implements RunEvent {}

    /**
     * Somebody chose a runbook for a failure that none was certain for, and is the responder; the next event shows the step where.
     *
     * @param why what spoke for it when it was offered
     * @param candidates ids of all that were offered
     */
    record RunbookPicked(Person by, String runbook, Revision revision, String why, List<String> candidates)
            implements RunEvent {
        public RunbookPicked {
            candidates = List.copyOf(candidates);
        }
    }

    /** Somebody says that none of the offered runbooks is for this. The owner has been told all the same. */
    record CandidatesDeclined(Person by) implements RunEvent {}

    /**
     * Somebody says that a step is not good. It changes nothing of the run; whoever wrote the step is told.
     *
     * @param file where it stands, in {@code line}, as it was in {@code revision}
     * @param tell the owner's contacts, as they were then
     */
    record StepReported(
            Person by,
            StepId step,
            Revision revision,
            String file,
            int line,
            Fault fault,
            String sentence,
            List<Contact> tell)
            implements RunEvent {
        public StepReported {
            tell = List.copyOf(tell);
        }

        /** Returns the place as editors take it: {@code order-export-stuck.md:57}. */
        public String place() {
            return file + ":" + line;
        }
    }

    /** What people did besides walking. */
    sealed interface ByPeople extends RunEvent permits Act {}

    /** An incident is held, or let go: by a source that flaps, or by a storm that it is a part of. */
    sealed interface Held extends RunEvent {}

    /**
     * The source changes its mind too often to be believed: from now on the incident is held.
     *
     * @param changes how often it did
     * @param within from the first of them to the last
     */
    record FlappingBegan(int changes, Duration within) implements Held {}

    /** The source has said the same for long enough to be believed again. */
    record FlappingEnded() implements Held {}

    /** The incident became a part of a storm: its parent is what people are told of. {@code why} is for people. */
    record Gathered(IncidentId parent, String why) implements Held {}

    /** The incident stands for itself again. {@code why} is for people. */
    record Released(String why) implements Held {}
}

package dev.handrail.run;

import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that a person, a source or the clock asks of a run. */
public sealed interface Command {
    /** A command that somebody gave. */
    sealed interface ByPerson extends Command {
        Person by();
    }

    /** "I'm on it". */
    record Acknowledge(Person by) implements ByPerson {}

    /** "I'm on it" where somebody else is. */
    record TakeOver(Person by) implements ByPerson {}

    /** One of the step's outcomes. */
    record Answer(Person by, StepId step, int attempt, String outcome) implements ByPerson {}

    /**
     * "I'm trying it now".
     *
     * @param elsewhere tries of the same key that other incidents made within the last 24 hours
     */
    record StartTry(Person by, StepId step, int attempt, int elsewhere) implements ByPerson {}

    /** What the step does not list, in a sentence. */
    record SomethingElse(Person by, StepId step, int attempt, String sentence) implements ByPerson {}

    /** Bring in the owner, with a sentence. */
    record Escalate(Person by, String sentence) implements ByPerson {}

    /** Go on now instead of waiting. */
    record GoOn(Person by, StepId step, int attempt) implements ByPerson {}

    /** "I've got it", said to a page. */
    record TakePage(Person by) implements ByPerson {}

    /** "Still on it", said to a reminder. */
    record StillOnIt(Person by) implements ByPerson {}

    /** It is over, and what fixed it. Only once somebody has taken the escalation. */
    record Resolve(Person by, String sentence, Optional<Fix> fix) implements ByPerson {
        public Resolve(Person by, String sentence) {
            this(by, sentence, Optional.empty());
        }
    }

    /** A command that is taken whenever it comes, also after the end. */
    sealed interface AtAnyTime extends ByPerson {}

    /** "This step is wrong", unclear or dangerous. It changes nothing of the run. */
    record ReportStep(Person by, StepId step, Fault fault, String sentence) implements AtAnyTime {}

    /**
     * "Go on with the newer revision", said to the changes that were shown.
     *
     * @param seen the edition whose changes were shown
     * @param newer what the library holds when the wish is granted
     */
    record SwitchRevision(Person by, StepId step, int attempt, Revision seen, Newer newer) implements ByPerson {}

    /**
     * "Use this runbook", said to one that was offered for an unknown failure.
     *
     * @param found what the library holds of it when the wish is granted
     */
    record PickRunbook(Person by, Candidate candidate, Newer found) implements ByPerson {}

    /** "None of these". */
    record DeclineCandidates(Person by) implements ByPerson {}

    /** What people do besides walking. */
    sealed interface Deed extends ByPerson {}

    /** Leave the step undone. */
    record Skip(Person by, StepId step, int attempt, String reason) implements Deed {}

    /** Show the step before this one again. */
    record StepBack(Person by, StepId step, int attempt) implements Deed {}

    /**
     * @param inThread whether it stands in the thread already
     * @param upshot what came of it, where the note is of a step that no runbook wrote
     */
    record AddNote(Person by, String text, boolean inThread, Optional<Upshot> upshot) implements Deed, AtAnyTime {
        public AddNote(Person by, String text, boolean inThread) {
            this(by, text, inThread, Optional.empty());
        }
    }

    /**
     * "You go on, please".
     *
     * @param shift what else is handed over in one go; see {@link Act.HandoverOffered}
     */
    record OfferHandover(
            Person by, Person to, String note, List<Act.HandoverOffered.Part> shift, Optional<IncidentId> lead)
            implements Deed {
        public OfferHandover {
            shift = List.copyOf(shift);
        }

        public OfferHandover(Person by, Person to, String note) {
            this(by, to, note, List.of(), Optional.empty());
        }
    }

    record AcceptHandover(Person by) implements Deed {}

    record DeclineHandover(Person by) implements Deed {}

    /** @param from what it is when the wish is granted */
    record ChangeSeverity(Person by, Severity from, Severity to, String why) implements Deed {}

    /**
     * "This is the wrong runbook", and the right one.
     *
     * @param found what the library holds of it when the wish is granted
     */
    record ChangeRunbook(Person by, String runbook, Newer found, String why) implements Deed {}

    /** @param silence the number of the silence that was made for its alerts */
    record Mute(Person by, Instant until, long silence, String why) implements Deed {}

    record AddPerson(Person by, Person who, String why) implements Deed {}

    /** "It is the same failure as that one", which takes its alerts. */
    record MergeInto(Person by, IncidentId into, String why) implements Deed {}

    /** @param act alerts that came from another incident, or go to one, in the same transaction */
    record Regroup(Act.Regrouped act) implements Deed {
        @Override
        public Person by() {
            return act.by();
        }
    }

    /** "It is not over." */
    record ReopenByHand(Person by, String why) implements Deed, AtAnyTime {}

    /**
     * The library holds something else than what the run is pinned to, or no longer does.
     *
     * @param revision {@link Plan#edition} of it; empty when it is the same again
     */
    record NoticeRevision(Optional<Revision> revision, String changes) implements Command {}

    /** Alerts came that the incident did not hold yet. */
    record JoinAlerts(int count, String digest) implements Command {}

    /** Every alert of the incident has resolved. */
    record SourceResolves() implements Command {}

    /** An alert of the incident fires that had resolved. */
    record SourceFires() implements Command {}

    /** The condition is back, or never went, after the end. */
    record Reopen(String why) implements Command {}

    /** It is a part of a storm. */
    record Gather(IncidentId parent, String why) implements Command {}

    /** It is no part of a storm any more. */
    record Release(String why) implements Command {}

    /** Nobody can be reached of those who were told last. */
    record PageFailed(RunState.Paging told) implements Command {}

    /** Time has passed. What is due is read from the state; an overtaken deadline is nothing. */
    record ClockStrikes() implements Command {}
}

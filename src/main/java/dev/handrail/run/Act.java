package dev.handrail.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.fact.Moved;
import dev.handrail.run.fact.Upshot;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people did in a run besides walking its steps. Stored for good under the names below, like every event. */
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.StepSkipped.class, name = "step_skipped"),
    @JsonSubTypes.Type(value = Act.SteppedBack.class, name = "stepped_back"),
    @JsonSubTypes.Type(value = Act.RunbookChanged.class, name = "runbook_changed"),
    @JsonSubTypes.Type(value = Act.HandoverAccepted.class, name = "handover_accepted"),
    @JsonSubTypes.Type(value = Act.HandoverOffered.class, name = "handover_offered"),
    @JsonSubTypes.Type(value = Act.HandoverDeclined.class, name = "handover_declined"),
    @JsonSubTypes.Type(value = Act.HandoverLapsed.class, name = "handover_lapsed"),
    @JsonSubTypes.Type(value = Act.NoteAdded.class, name = "note_added"),
    @JsonSubTypes.Type(value = Act.SeverityChanged.class, name = "severity_changed"),
    @JsonSubTypes.Type(value = Act.Muted.class, name = "muted"),
    @JsonSubTypes.Type(value = Act.PersonAdded.class, name = "person_added"),
    @JsonSubTypes.Type(value = Act.MergedIn.class, name = "merged_in"),
    @JsonSubTypes.Type(value = Act.SplitOff.class, name = "split_off"),
    @JsonSubTypes.Type(value = Act.SplitFrom.class, name = "split_from")
})
public sealed interface Act extends RunEvent.ByPeople {
    /** It moves the run, or puts somebody else in charge of it: what waited for the one before waits no more. */
    sealed interface Move extends Act {}

    /** It leaves the run where it stands. */
    sealed interface Remark extends Act {}

    /** A step was left undone, with a reason; the next event shows the one after it. */
    record StepSkipped(Person by, StepId step, int attempt, String reason) implements Move {}

    /** The walk went back; the next event shows the step {@code to} anew, so that its old buttons are void. */
    record SteppedBack(Person by, StepId step, int attempt, StepId to) implements Move {}

    /**
     * The runbook was not the right one: the run goes on with another; the next event shows the step where.
     *
     * @param from the id of the one before; empty where there was none
     */
    record RunbookChanged(Person by, Optional<String> from, String runbook, Revision revision, String why)
            implements Move {}

    record HandoverAccepted(Person by, Person from) implements Move {}

    /**
     * Somebody was asked to take it over.
     *
     * @param note may be empty
     * @param until when it goes back by itself
     * @param shift what else is handed over in one go, this incident included; empty for one by itself and for those led by another
     * @param lead whose message lists the whole shift; empty where this one's does
     */
    record HandoverOffered(
            Person by,
            Person to,
            String note,
            Instant until,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> shift,
            Optional<IncidentId> lead)
            implements Remark {
        /** Offers of one incident by itself are stored without a shift. */
        @SuppressWarnings({"ConstantConditions", "RedundantNullCheck"})
        public HandoverOffered {
            shift = shift == null ? List.of() : List.copyOf(shift);
        }

        /**
         * An incident of a shift.
         *
         * @param stands where it stood when it was offered, in a few words
         */
        public record Part(IncidentId id, String title, String stands) {}
    }

    record HandoverDeclined(Person by, Person from) implements Remark {}

    /** Nobody answered in time. */
    record HandoverLapsed(Person to, Person from) implements Remark {}

    /**
     * What somebody saw or did, in words; a link in them is evidence.
     *
     * @param step where the run stood
     * @param inThread whether it was written into the thread, where everybody reads it already
     * @param upshot what came of it, for a free step: one that no runbook wrote
     */
    record NoteAdded(
            Person by,
            Optional<StepId> step,
            String text,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean inThread,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Upshot> upshot)
            implements Remark {
        public NoteAdded(Person by, Optional<StepId> step, String text, boolean inThread) {
            this(by, step, text, inThread, Optional.empty());
        }
    }

    /** @param why may be empty */
    record SeverityChanged(Person by, Severity from, Severity to, String why) implements Remark {}

    /**
     * Its alerts are silenced, and nobody is reminded.
     *
     * @param silence the number of the silence
     */
    record Muted(Person by, Instant until, long silence, String why) implements Remark {}

    /** @param why may be empty */
    record PersonAdded(Person by, Person who, String why) implements Remark {}

    /** Alerts went from one incident to another: each of the two says so. */
    sealed interface Regrouped extends Remark {
        Person by();

        Moved moved();

        /** Returns their words; may be empty. */
        String why();
    }

    /**
     * Another incident ended, because it is the same failure as this one: its alerts are here from now on.
     *
     * @param taken the other as it was then; empty in what earlier releases stored
     */
    record MergedIn(
            Person by,
            Moved moved,
            String why,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Taken> taken) implements Regrouped {
        public MergedIn(Person by, Moved moved, String why) {
            this(by, moved, why, Optional.empty());
        }

        /**
         * An incident that was taken in.
         *
         * @param responder who was on it
         */
        public record Taken(
                String title,
                Severity severity,
                @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Person> responder) {}
    }

    /** Some alerts are another failure: they are in an incident of their own from now on. */
    record SplitOff(Person by, Moved moved, String why) implements Regrouped {}

    /** This incident began with alerts that another one had. */
    record SplitFrom(Person by, Moved moved, String why) implements Regrouped {}
}

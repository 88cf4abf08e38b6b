package dev.handrail.run;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@code RunMachine.decide} makes of a command. */
public sealed interface Decision {
    /** @param events what happens, in order; none when there is nothing to do */
    record Accepted(List<RunEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing happens, and whoever asked is told why. */
    record Refused(Refusal refusal) implements Decision {}

    static Decision refuse(Refusal refusal) {
        return new Refused(refusal);
    }

    /** What keeps a run from going on with a newer revision. */
    enum Hindrance {
        NOT_STARTED,
        TRY_UNDER_WAY,
        WAITING,
        ESCALATED,
        NOTHING_NEWER,
        CHANGED_AGAIN,
        UNUSABLE
    }

    /** What keeps an incident from being merged into another. */
    enum Bar {
        ITSELF,
        NO_SUCH_INCIDENT,
        /** The other is over. */
        OVER,
        /** The other was merged into this one. */
        MERGED_HERE,
        /** One is a drill or only watched, and the other is not. */
        OTHER_KIND,
        /** One stands for a storm, which gathers by itself. */
        STORM
    }

    /** What keeps alerts from being split off. */
    enum SplitBar {
        /** None of those that were chosen is the incident's any more. */
        NONE_OF_THEM,
        /** Nothing would be left. */
        ALL_OF_THEM
    }

    /** Why a command changes nothing. */
    sealed interface Refusal {
        /** The step has been answered, or the run has gone elsewhere, since the button was shown. */
        record Overtaken() implements Refusal {}

        /** Somebody is on it already. */
        record TakenBy(Person person) implements Refusal {}

        /** The back-off is not over. */
        record TooEarly(Instant until) implements Refusal {}

        /** The step has no such outcome now. */
        record NoSuchOutcome(String outcome) implements Refusal {}

        /** The owner is being told already. */
        record AlreadyEscalated() implements Refusal {}

        /** Nobody has taken it, so nobody can say that it is over. */
        record NotTaken(Optional<Person> responder) implements Refusal {}

        /** The run cannot go on with another revision, now or at all. {@code detail} may be empty. */
        record CannotSwitch(Hindrance hindrance, String detail) implements Refusal {}

        /** What somebody wanted to do besides walking does not go, or not now. */
        sealed interface OfDeed extends Refusal {}

        /** A try is under way: its result comes first. */
        record TryUnderWay() implements OfDeed {}

        /** The walk is at its first step. */
        record NoStepBefore() implements OfDeed {}

        /** It is the last question, which is answered and not skipped. */
        record LastQuestion() implements OfDeed {}

        /** Only somebody else can answer that. */
        record ForAnother(Person person) implements OfDeed {}

        /** @param other the incident that it was to be merged into */
        record CannotMerge(Bar bar, IncidentId other) implements OfDeed {}

        /** @param hasRunbook whether the incident has one that could be called the wrong one */
        record CannotSplit(SplitBar bar, boolean hasRunbook) implements OfDeed {}

        /** It is so already; for people. */
        record SoAlready(String what) implements OfDeed {}

        /**
         * The run is over.
         *
         * @param into the incident where it goes on; empty where it was not merged
         */
        record Over(Ending ending, Optional<IncidentId> into) implements Refusal {
            public static Over of(Position.Finished over) {
                return new Over(over.ending(), over.into());
            }
        }
    }
}

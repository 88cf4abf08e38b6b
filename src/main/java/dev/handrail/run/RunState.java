package dev.handrail.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.fact.Arrangements;
import dev.handrail.run.fact.Condition;
import dev.handrail.run.fact.Progress;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is true of a run now: what {@code RunMachine.evolve} gives when its events are replayed. It is stored as well, but only
 * so that a command need not replay them.
 *
 * @param responder who walks the run, or has taken its escalation
 * @param newer what the library holds instead of what the run is pinned to; empty while that is the same
 * @param gathering the storm that it is a part of; empty while it stands for itself
 * @param arranged what people have agreed; empty while they have not
 */
public record RunState(
        Position position,
        Optional<Person> responder,
        Attention attention,
        Condition condition,
        Progress progress,
        Optional<Revision> newer,
        Optional<Gathering> gathering,
        Optional<Arrangements> arranged) {

    /** What is true before the first event. */
    public static final RunState BEFORE = new RunState(
            new Position.Offered(),
            Optional.empty(),
            new Attention(new Silence(Instant.EPOCH, false), Optional.empty()),
            new Condition(Optional.empty(), List.of(), Optional.empty()),
            new Progress(Map.of(), Map.of(), List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * Whether people are heard of, and who is being told.
     *
     * @param silence since when people have been silent
     * @param paging empty while nobody is being told
     */
    public record Attention(Silence silence, Optional<Paging> paging) {
        /** A person was heard of: silence begins anew, and nobody needs to be told any more. */
        public static Attention heard(Instant at) {
            return new Attention(new Silence(at, false), Optional.empty());
        }

        public Attention with(Silence now) {
            return new Attention(now, paging);
        }

        public Attention telling(Paging now) {
            return new Attention(silence, Optional.of(now));
        }

        public Attention tellingNobody() {
            return new Attention(silence, Optional.empty());
        }
    }

    /**
     * @param since the last sign of a person, or of the wait that ended
     * @param reminded whether they were reminded since
     */
    public record Silence(Instant since, boolean reminded) {
        public Silence withReminder() {
            return new Silence(since, true);
        }
    }

    /**
     * An escalation that nobody has taken.
     *
     * @param level the place in the policy of the level that was told last, from 0
     * @param round how often that level was told again, from 0
     * @param toldAt when
     * @param next the place in the level of the contact that is told next; 0 when all have been told
     * @param onCall who was on call then, by name: the places are theirs
     */
    public record Paging(
            int level,
            int round,
            Instant toldAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int next,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> onCall) {
        /** What earlier releases stored is without {@code onCall}. */
        @SuppressWarnings({"ConstantConditions", "RedundantNullCheck", "OptionalAssignedToNull"})
        public Paging {
            onCall = onCall == null ? Optional.empty() : onCall;
        }

        /** Returns what a telling leads to. */
        public static Paging of(RunEvent.LevelTold told, Instant at) {
            return new Paging(
                    told.level(),
                    told.round(),
                    at,
                    told.called().next(),
                    told.called().onCall());
        }
    }

    /** A part of a storm, since when. */
    public record Gathering(IncidentId parent, Instant since) {}

    public RunState with(Position now) {
        return new RunState(now, responder, attention, condition, progress, newer, gathering, arranged);
    }

    public RunState with(Attention now) {
        return new RunState(position, responder, now, condition, progress, newer, gathering, arranged);
    }

    public RunState with(Condition now) {
        return new RunState(position, responder, attention, now, progress, newer, gathering, arranged);
    }

    public RunState with(Progress now) {
        return new RunState(position, responder, attention, condition, now, newer, gathering, arranged);
    }

    public RunState withResponder(Optional<Person> now) {
        return new RunState(position, now, attention, condition, progress, newer, gathering, arranged);
    }

    public RunState withNewer(Optional<Revision> now) {
        return new RunState(position, responder, attention, condition, progress, now, gathering, arranged);
    }

    public RunState withGathering(Optional<Gathering> now) {
        return new RunState(position, responder, attention, condition, progress, newer, now, arranged);
    }

    public RunState with(Arrangements now) {
        return new RunState(position, responder, attention, condition, progress, newer, gathering, now.ifAny());
    }

    /** Returns what people have agreed so far. */
    @JsonIgnore
    public Arrangements arrangements() {
        return arranged.orElse(Arrangements.NONE);
    }

    @JsonIgnore
    public boolean isOpen() {
        return !(position instanceof Position.Finished);
    }

    /** Returns the incident where it goes on; empty where it was not merged. */
    @JsonIgnore
    public Optional<IncidentId> mergedInto() {
        return position instanceof Position.Finished over ? over.into() : Optional.empty();
    }

    /** Returns the step that the run stands at or stopped at; empty before the first and after the end. */
    @JsonIgnore
    public Optional<StepId> step() {
        return switch (position) {
            case Position.OnStep now -> Optional.of(now.step());
            case Position.Waiting now -> Optional.of(now.step());
            case Position.Escalated now -> now.step();
            case Position.HandedOff now -> now.step();
            case Position.Offered _, Position.Finished _ -> Optional.empty();
        };
    }

    /** Says whether it waits for nobody, because people are told of its parent instead. */
    @JsonIgnore
    public boolean isHeldByStorm() {
        return gathering.isPresent()
                && responder.isEmpty()
                && paging().isEmpty()
                && (position instanceof Position.Offered || position instanceof Position.Escalated);
    }

    @JsonIgnore
    public Silence silence() {
        return attention.silence();
    }

    /** Returns how far the telling has come; empty while nobody is. */
    @JsonIgnore
    public Optional<Paging> paging() {
        return attention.paging();
    }

    /** Returns since when the source says resolved; empty while it fires. */
    @JsonIgnore
    public Optional<Instant> resolvedSince() {
        return condition.resolvedSince();
    }

    /** Returns the tries started so far in a retry step. */
    public int triesOf(StepId step) {
        var made = progress.tries().get(step);
        return made == null ? 0 : made.count();
    }
}

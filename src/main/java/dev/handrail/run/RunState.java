package dev.handrail.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.handrail.incident.Person;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is true of a run now: what {@code RunMachine.evolve} gives when its events are replayed.
 *
 * @param responder who walks the run, or has taken its escalation
 * @param silence since when people have been silent
 * @param paging empty while nobody is being told
 * @param resolvedSince since when the source says resolved; empty while it fires
 * @param shown how often each step has been shown
 * @param tries the tries started so far in each retry step
 * @param newer what the library holds instead of what the run is pinned to; empty while that is the same
 */
public record RunState(
        Position position,
        Optional<Person> responder,
        Silence silence,
        Optional<Paging> paging,
        Optional<Instant> resolvedSince,
        Map<StepId, Integer> shown,
        Map<StepId, Tries> tries,
        Optional<Revision> newer) {

    /** What is true before the first event. */
    public static final RunState BEFORE = new RunState(
            new Position.Offered(),
            Optional.empty(),
            new Silence(Instant.EPOCH, false),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.empty());

    /**
     * @param since the last sign of a person, or of the wait that ended
     * @param reminded whether they were reminded since
     */
    public record Silence(Instant since, boolean reminded) {}

    /**
     * An escalation that nobody has taken.
     *
     * @param level the place in the policy of the level that was told last, from 0
     * @param round how often that level was told again, from 0
     * @param toldAt when
     */
    public record Paging(int level, int round, Instant toldAt) {}

    /**
     * @param count tries started, from 1
     * @param lastAt when the last one started, or was reported: the back-off runs from there
     */
    public record Tries(int count, Instant lastAt) {}

    public RunState {
        shown = Map.copyOf(shown);
        tries = Map.copyOf(tries);
    }

    @JsonIgnore
    public boolean isOpen() {
        return !(position instanceof Position.Finished);
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

    /** Returns the tries started so far in a retry step. */
    public int triesOf(StepId step) {
        var made = tries.get(step);
        return made == null ? 0 : made.count();
    }
}

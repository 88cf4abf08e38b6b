package dev.handrail.run.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handrail.runbook.StepId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the walk has come.
 *
 * @param shown how often each step has been shown
 * @param tries the tries started so far in each retry step
 * @param trail the way to where the walk is, that place last: what going back goes back on
 */
public record Progress(
        Map<StepId, Integer> shown,
        Map<StepId, Tries> tries,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StepId> trail) {
    /** Nobody goes back further at night, and a state stays small. */
    private static final int LONGEST_TRAIL = 12;

    /** A trail that is empty is not stored. */
    @SuppressWarnings({"ConstantConditions", "RedundantNullCheck"})
    public Progress {
        shown = Map.copyOf(shown);
        tries = Map.copyOf(tries);
        trail = trail == null ? List.of() : List.copyOf(trail);
    }

    public Progress withShown(StepId step, int times) {
        var stays = !trail.isEmpty() && trail.getLast().equals(step);
        var longer =
                stays ? trail : Stream.concat(trail.stream(), Stream.of(step)).toList();
        var kept = longer.subList(Math.max(0, longer.size() - LONGEST_TRAIL), longer.size());
        return new Progress(with(shown, step, times), tries, kept);
    }

    public Progress withTries(StepId step, Tries made) {
        return new Progress(shown, with(tries, step, made), trail);
    }

    /** Returns the step before the one that the walk is at; empty at the start. */
    public Optional<StepId> previous() {
        return trail.size() < 2 ? Optional.empty() : Optional.of(trail.get(trail.size() - 2));
    }

    /** Returns the progress of a walk that has gone back on its trail until {@code step} is at the end of it. */
    public Progress backTo(StepId step) {
        var at = trail.lastIndexOf(step);
        return new Progress(shown, tries, trail.subList(0, at + 1));
    }

    /** Returns the progress of a walk that begins anew: what was tried and shown counts on. */
    public Progress anew() {
        return new Progress(shown, tries, List.of());
    }

    private static <V> Map<StepId, V> with(Map<StepId, V> map, StepId key, V value) {
        var copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    /**
     * @param count tries started, from 1
     * @param lastAt when the last one started, or was reported: the back-off runs from there
     */
    public record Tries(int count, Instant lastAt) {}
}

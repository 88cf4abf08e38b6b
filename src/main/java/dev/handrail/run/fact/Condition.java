package dev.handrail.run.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the source says of the condition that it watches.
 *
 * @param resolvedSince since when it says resolved; empty while it fires
 * @param changes when it changed its mind, the last {@link #TELLING} times
 * @param flapping empty while it is believed
 */
public record Condition(Optional<Instant> resolvedSince, List<Instant> changes, Optional<Flapping> flapping) {
    /** How long a source that flaps must say the same to be believed again. */
    public static final Duration STEADY = Duration.ofMinutes(15);

    /** How many changes may tell that a source flaps. */
    public static final int TELLING = 4;

    public Condition {
        changes = List.copyOf(changes);
    }

    public Condition resolved(Instant at) {
        return new Condition(Optional.of(at), with(at), flapping.map(Flapping::again));
    }

    /** The source fires; that is a change of its mind only if it had said resolved. */
    public Condition firing(Instant at) {
        return resolvedSince.isPresent()
                ? new Condition(Optional.empty(), with(at), flapping.map(Flapping::again))
                : this;
    }

    public Condition flapping(Flapping now) {
        return new Condition(resolvedSince, changes, Optional.of(now));
    }

    public Condition believed() {
        return new Condition(resolvedSince, changes, Optional.empty());
    }

    /** Returns the condition as if the source had never changed its mind. */
    public Condition forgotten() {
        return new Condition(resolvedSince, List.of(), Optional.empty());
    }

    /** Returns since when the source says resolved and is believed; empty while it fires or flaps. */
    public Optional<Instant> calmSince() {
        return flapping.isPresent() ? Optional.empty() : resolvedSince;
    }

    private List<Instant> with(Instant at) {
        return Stream.concat(changes.stream(), Stream.of(at))
                .skip(Math.max(0, changes.size() + 1 - TELLING))
                .toList();
    }

    /**
     * A source that changes its mind again and again.
     *
     * @param first when it first did
     * @param changes how often it has since
     */
    public record Flapping(Instant first, int changes) {
        public Flapping again() {
            return new Flapping(first, changes + 1);
        }
    }
}

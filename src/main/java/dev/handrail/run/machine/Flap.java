package dev.handrail.run.machine;

import dev.handrail.run.Decision;
import dev.handrail.run.RunEvent;
import dev.handrail.run.fact.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What comes of a source that changes its mind again and again. Its incident is held: it neither closes nor asks whether it is
 * over, and tells nobody anew, until the source has said the same for a while. The silence of people counts all the same.
 *
 * <p>{@link Condition#TELLING} changes are what Nagios takes by default: 20 % of the last 20 state changes that were possible.
 * It counts checks; senders of alerts have none to count, so a time stands in their place.
 */
final class Flap {
    /** How close together the changes are that tell that a source flaps. */
    static final Duration WITHIN = Duration.ofMinutes(30);

    private Flap() {}

    /** Begins to hold the incident if its source has just changed its mind too often. */
    static Turn watch(Turn turn) {
        var condition = turn.state().condition();
        var changes = condition.changes();
        if (condition.flapping().isPresent() || changes.size() < Condition.TELLING) {
            return turn;
        }
        var within = Duration.between(changes.getFirst(), turn.now());
        return within.compareTo(WITHIN) > 0 ? turn : turn.add(new RunEvent.FlappingBegan(changes.size(), within));
    }

    /** Returns when a source that flaps may be believed again; empty while it does not flap. */
    static Optional<Instant> end(Condition condition) {
        return condition.flapping().map(flapping -> {
            var changes = condition.changes();
            return (changes.isEmpty() ? flapping.first() : changes.getLast()).plus(Condition.STEADY);
        });
    }

    /** Believes the source again, whatever it says. */
    static Decision settle(Turn turn) {
        turn.add(new RunEvent.FlappingEnded());
        return turn.state().condition().calmSince().isPresent() ? SourceWord.believed(turn) : turn.accepted();
    }
}

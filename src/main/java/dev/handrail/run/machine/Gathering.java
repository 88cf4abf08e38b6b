package dev.handrail.run.machine;

import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import java.time.Duration;
import java.time.Instant;

/**
 * What comes of being a part of a storm. People are told of the parent, and of nothing else: an incident that nobody has
 * touched waits, without a clock for their silence, until its storm ends or somebody takes it up. Whoever has taken it up is
 * reminded and helped like anybody.
 */
final class Gathering {
    /** A storm that lasts a whole day is not one failure any more: each incident then needs somebody of its own. */
    static final Duration LONGEST = Duration.ofHours(24);

    private Gathering() {}

    /** Also of a run that is over: it is about to be reopened, and nobody must be told of that. */
    static Decision gather(Turn turn, Command.Gather asked) {
        var there = turn.state().gathering().map(RunState.Gathering::parent).filter(asked.parent()::equals);
        return there.isPresent()
                ? turn.accepted()
                : turn.add(new RunEvent.Gathered(asked.parent(), asked.why())).accepted();
    }

    /** Also of a run that is over: should it be reopened, it stands for itself. */
    static Decision release(Turn turn, String why) {
        if (turn.state().gathering().isEmpty()) {
            return turn.accepted();
        }
        return SourceWord.tellUnheard(turn.add(new RunEvent.Released(why))).accepted();
    }

    static Decision outlasted(Turn turn, RunState.Gathering gathering) {
        return release(turn, "storm %s has lasted %d h".formatted(gathering.parent(), LONGEST.toHours()));
    }

    static Instant end(RunState.Gathering gathering) {
        return gathering.since().plus(LONGEST);
    }
}

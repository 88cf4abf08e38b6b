package dev.handrail.ownership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whom to tell, in which order, and how long silence is accepted. Pinned when an incident opens: a later edit never moves it.
 *
 * @param levels from the first told to the last, which repeats
 * @param acknowledgeWithin silence on an offered run longer than this reminds; twice that escalates
 * @param stepWithin silence on a step longer than this reminds; twice that escalates
 * @param repeat how it goes on after the last level; empty where that is told again and again
 * @param may what its owner may decide; empty where nobody has written it down
 */
public record EscalationPolicy(
        List<Level> levels,
        Duration acknowledgeWithin,
        Duration stepWithin,
        Optional<Repeat> repeat,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Authority> may) {

    /** Policies of earlier releases were stored without {@code may}. */
    @SuppressWarnings({"ConstantConditions", "RedundantNullCheck"})
    public EscalationPolicy {
        levels = List.copyOf(levels);
        may = may == null ? List.of() : List.copyOf(may);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("an escalation policy needs at least one level");
        }
    }

    public EscalationPolicy(List<Level> levels, Duration acknowledgeWithin, Duration stepWithin) {
        this(levels, acknowledgeWithin, stepWithin, Optional.empty(), List.of());
    }

    /**
     * @param rounds how often all the levels are told, from 1, before the last one alone is told again
     * @param every how long the last one then waits; empty for its own time
     */
    public record Repeat(int rounds, Optional<Duration> every) {}

    /** Returns this policy with a runbook's own times. */
    public EscalationPolicy within(Optional<Duration> acknowledge, Optional<Duration> step) {
        return new EscalationPolicy(
                levels, acknowledge.orElse(acknowledgeWithin), step.orElse(stepWithin), repeat, may);
    }

    /** Returns this policy with other rotas for those levels that have one. */
    EscalationPolicy withRosters(UnaryOperator<Level> change) {
        return levels.stream().noneMatch(level -> level.roster().isPresent())
                ? this
                : new EscalationPolicy(
                        levels.stream()
                                .map(level -> level.roster().isPresent() ? change.apply(level) : level)
                                .toList(),
                        acknowledgeWithin,
                        stepWithin,
                        repeat,
                        may);
    }

    public int last() {
        return levels.size() - 1;
    }

    /** Returns the first place from {@code level} on that is told at this hour; the last level is told at any. */
    public int toldAt(Instant now, int level) {
        var place = level;
        while (place < last() && !levels.get(place).isToldAt(now)) {
            place++;
        }
        return place;
    }

    /** Returns how often all the levels are told before the last one repeats. */
    public int rounds() {
        return repeat.map(Repeat::rounds).orElse(1);
    }

    /** Returns how long a level has that was told as a whole. */
    public Duration patience(int level, int round) {
        var own = levels.get(level).acknowledgeWithin();
        return level == last() && round + 1 >= rounds()
                ? repeat.flatMap(Repeat::every).orElse(own)
                : own;
    }
}

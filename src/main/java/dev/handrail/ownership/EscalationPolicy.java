package dev.handrail.ownership;

import java.time.Duration;
import java.util.List;

/**
 * Whom to tell, in which order, and how long silence is accepted. Pinned when an incident opens: a later edit never moves it.
 *
 * @param levels from the first told to the last, which repeats
 * @param acknowledgeWithin silence on an offered run longer than this reminds; twice that escalates
 * @param stepWithin silence on a step longer than this reminds; twice that escalates
 */
public record EscalationPolicy(List<Level> levels, Duration acknowledgeWithin, Duration stepWithin) {
    public EscalationPolicy {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("an escalation policy needs at least one level");
        }
    }
}

package dev.handrail.ownership;

import java.time.Duration;
import java.util.List;

/**
 * One rung of an escalation policy.
 *
 * @param name whom this level tells, for people: an owner's name
 * @param tell the contacts that are told, all at once
 * @param acknowledgeWithin how long the level has to acknowledge before the next is told; after the last level, before it is told again
 */
public record Level(String name, List<Contact> tell, Duration acknowledgeWithin) {
    public Level {
        tell = List.copyOf(tell);
        if (tell.isEmpty()) {
            throw new IllegalArgumentException("level '" + name + "' tells nobody");
        }
        if (acknowledgeWithin.isNegative() || acknowledgeWithin.isZero()) {
            throw new IllegalArgumentException("level '" + name + "' must wait longer than " + acknowledgeWithin);
        }
    }
}

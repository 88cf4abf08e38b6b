package dev.handrail.ownership;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.ownership.rota.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One rung of an escalation policy.
 *
 * @param name whom this level tells, for people: an owner's name
 * @param tell the contacts that are told, in order
 * @param acknowledgeWithin how long the level has to acknowledge, from when its last contact was told, before the next is told;
 *     after the last level, before it is told again
 * @param between how long each contact has before the next one is told; empty where all are told at once
 * @param roster who is told before {@code tell}; empty where nobody is on call
 * @param only when the level is told at all; empty for always
 */
public record Level(
        String name,
        List<Contact> tell,
        Duration acknowledgeWithin,
        Optional<Duration> between,
        Optional<Roster> roster,
        Optional<Only> only) {

    public Level {
        tell = List.copyOf(tell);
        if (tell.isEmpty()) {
            throw new IllegalArgumentException("level '" + name + "' tells nobody");
        }
        if (acknowledgeWithin.isNegative() || acknowledgeWithin.isZero()) {
            throw new IllegalArgumentException("level '" + name + "' must wait longer than " + acknowledgeWithin);
        }
    }

    /** A level that tells all of its contacts at once, whenever it is. */
    public Level(String name, List<Contact> tell, Duration acknowledgeWithin) {
        this(name, tell, acknowledgeWithin, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param during whether it is told within the hours, or outside of them */
    public record Only(WorkingHours hours, boolean during) {}

    /**
     * Whom a level tells at some moment.
     *
     * @param contacts in order: first those of whoever is on call
     * @param onCall who that is, for people
     */
    public record Called(List<Contact> contacts, Optional<String> onCall) {
        public Called {
            contacts = List.copyOf(contacts);
        }
    }

    Level with(Roster other) {
        return new Level(name, tell, acknowledgeWithin, between, Optional.of(other), only);
    }

    public boolean isToldAt(Instant now) {
        return only.filter(limit -> limit.hours().cover(now) != limit.during()).isEmpty();
    }

    public Called calledAt(Instant now) {
        var person = roster.flatMap(known -> known.onCall(now));
        var first = person.map(Teammate::contacts).orElse(List.of());
        return new Called(
                Stream.concat(first.stream(), tell.stream()).distinct().toList(), person.map(Teammate::name));
    }
}

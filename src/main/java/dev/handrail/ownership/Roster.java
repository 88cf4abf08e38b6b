package dev.handrail.ownership;

import dev.handrail.ownership.contact.Teammate;
import dev.handrail.ownership.rota.Rotation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rotation, and how those who take turns are reached.
 *
 * @param people everybody whom the rotation or one of its overrides names
 */
public record Roster(Rotation rotation, List<Teammate> people) {
    public Roster {
        people = List.copyOf(people);
    }

    /** Returns who is on call; empty before the first shift. */
    public Optional<Teammate> onCall(Instant now) {
        return rotation.onCall(now)
                .flatMap(id ->
                        people.stream().filter(person -> person.id().equals(id)).findFirst());
    }
}

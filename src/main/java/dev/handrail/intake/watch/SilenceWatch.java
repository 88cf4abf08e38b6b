package dev.handrail.intake.watch;

import dev.handrail.intake.door.Door;
import dev.handrail.intake.door.Doors;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.run.arrival.AlertDesk;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Looks whether a source with {@code stale_after} has fallen silent, or is heard again. When it was heard last is kept, so that a
 * restart neither hides a silence nor begins one: nobody could send while Handrail was down, so the first minutes after a start
 * belong to the senders' retries.
 */
@Singleton
final class SilenceWatch implements Recurring {
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Doors doors;
    private final WatchRepository watched;
    private final AlertDesk desk;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Rounds rounds = new Rounds("silence", TURN, this::look);

    SilenceWatch(Doors doors, WatchRepository watched, AlertDesk desk, InstantSource clock) {
        this.doors = doors;
        this.watched = watched;
        this.desk = desk;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    @Override
    public boolean isNeeded() {
        return doors.all().values().stream().anyMatch(door -> staleAfter(door).isPresent());
    }

    private void look() {
        doors.all().values().forEach(door -> staleAfter(door).ifPresent(after -> look(door, after)));
    }

    private void look(Door door, Duration staleAfter) {
        var name = door.source().name();
        watched.begin(name, startedAt);
        if (door.tally().last().isAfter(Instant.EPOCH)) {
            watched.heard(name, door.tally().last());
        }
        watched.findBySource(name).ifPresent(row -> decide(door, staleAfter, row));
    }

    /** The alert is stored before it is noted: said twice it is a duplicate, and lost it would be lost. */
    private void decide(Door door, Duration staleAfter, WatchRepository.Row row) {
        var silentSince = Optional.ofNullable(row.silentSince());
        if (silentSince.isEmpty()) {
            var due = row.heardAt().plus(staleAfter);
            var now = clock.instant();
            if (!now.isBefore(due) && !now.isBefore(startedAt.plus(GRACE))) {
                desk.receive(new Silence(door.source(), staleAfter, due).begins());
                watched.silent(row.source(), due);
            }
        } else if (row.heardAt().isAfter(silentSince.get())) {
            desk.receive(new Silence(door.source(), staleAfter, silentSince.get()).ends(row.heardAt()));
            watched.silent(row.source(), null);
        }
    }

    private static Optional<Duration> staleAfter(Door door) {
        return door.source().watch().staleAfter();
    }
}

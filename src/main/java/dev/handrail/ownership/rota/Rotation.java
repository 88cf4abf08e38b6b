package dev.handrail.ownership.rota;

import dev.handrail.ownership.maintenance.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * People who are on call in turn. A shift lasts whole days of the clock on the wall: the one in which the clocks change is an
 * hour shorter or longer, and hands over at the same time of day.
 *
 * @param members ids, in the order of their shifts
 * @param start the day on which the first member's first shift begins; nobody is on call before
 * @param days that a shift lasts
 * @param at the time of day at which shifts change
 * @param overrides times in which somebody else is on call; the first that covers a moment holds
 */
public record Rotation(
        List<String> members, LocalDate start, int days, LocalTime at, ZoneId zone, List<StandIn> overrides) {

    public Rotation {
        members = List.copyOf(members);
        overrides = List.copyOf(overrides);
        if (members.isEmpty() || days < 1) {
            throw new IllegalArgumentException("no rotation of %s every %d days".formatted(members, days));
        }
    }

    /**
     * Somebody stands in.
     *
     * @param until the first moment that it no longer covers
     * @param who a person's id
     */
    public record StandIn(Instant from, Instant until, String who) {
        boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** Returns who is on call; empty before the first shift. */
    public Optional<String> onCall(Instant now) {
        return overrides.stream()
                .filter(override -> override.covers(now))
                .map(StandIn::who)
                .findFirst()
                .or(() -> inTurn(now));
    }

    private Optional<String> inTurn(Instant now) {
        if (now.isBefore(handover(start))) {
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(now, zone);
        var shift = Math.floorDiv(ChronoUnit.DAYS.between(start, today), days);
        var begun = now.isBefore(handover(start.plusDays(shift * days))) ? shift - 1 : shift;
        return Optional.of(members.get(Math.floorMod(begun, members.size())));
    }

    private Instant handover(LocalDate date) {
        return WallClock.instant(date.atTime(at), zone, false);
    }
}

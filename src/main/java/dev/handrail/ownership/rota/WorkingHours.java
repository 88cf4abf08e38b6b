package dev.handrail.ownership.rota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When people work, by the clock on their wall.
 *
 * @param days on which a shift begins
 * @param to when it ends: on the next day, unless it is later than {@code from}
 */
public record WorkingHours(List<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    public WorkingHours {
        days = days.stream().distinct().sorted().toList();
    }

    /** Says whether somebody works now: what their clock shows decides, also in the hour that it shows twice. */
    public boolean cover(Instant now) {
        var there = now.atZone(zone);
        var time = there.toLocalTime();
        var today = days.contains(there.getDayOfWeek());
        var yesterday = days.contains(there.getDayOfWeek().minus(1));
        return to.isAfter(from)
                ? today && !time.isBefore(from) && time.isBefore(to)
                : (today && !time.isBefore(from)) || (yesterday && time.isBefore(to));
    }
}

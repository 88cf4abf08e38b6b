package dev.handrail.ownership.maintenance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A time that comes again and again, in which a flow's alerts are recorded and start nothing.
 *
 * <p>Its times are those of a clock on the wall. Where such a clock is put forward past one of them, the window begins or ends
 * at the leap; where it is put back, the window lasts from the first time that the clock shows its beginning to the last time
 * that it shows its end.
 *
 * @param every the days on which it begins
 * @param to when it ends: on the next day, unless it is later than {@code from}
 * @param words the days and times as their author wrote them
 * @param why what is done then
 */
public record MaintenanceWindow(List<Day> every, LocalTime from, LocalTime to, ZoneId zone, String words, String why) {
    /** The rarest that can be said, a 5th Monday and the like, comes several times a year. */
    private static final int DAYS_AHEAD = 400;

    public MaintenanceWindow {
        every = List.copyOf(every);
    }

    /**
     * One time that it comes.
     *
     * @param until the first moment that it no longer covers
     */
    public record Span(Instant from, Instant until) {
        boolean isEmpty() {
            return !from.isBefore(until);
        }

        boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** Returns the time that is now, from its beginning to its end; empty outside of it. */
    public Optional<Span> covering(Instant now) {
        return spans(now, 1).filter(span -> span.covers(now)).findFirst();
    }

    /** Returns the first time that begins after now. */
    public Optional<Span> next(Instant now) {
        return spans(now, DAYS_AHEAD).filter(span -> span.from().isAfter(now)).findFirst();
    }

    /** One that began yesterday may last into today. */
    private Stream<Span> spans(Instant now, int daysAhead) {
        var today = LocalDate.ofInstant(now, zone);
        return LongStream.rangeClosed(-1, daysAhead)
                .mapToObj(today::plusDays)
                .filter(date -> every.stream().anyMatch(day -> day.falls(date)))
                .map(this::on)
                .filter(span -> !span.isEmpty());
    }

    private Span on(LocalDate date) {
        var end = to.isAfter(from) ? date : date.plusDays(1);
        return new Span(
                WallClock.instant(date.atTime(from), zone, false), WallClock.instant(end.atTime(to), zone, true));
    }
}

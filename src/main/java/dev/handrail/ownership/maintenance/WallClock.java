package dev.handrail.ownership.maintenance;

import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.YamlValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Times of day and zones as authors write them, and what they mean when a clock on the wall is put forward or back. */
public final class WallClock {
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private WallClock() {}

    /**
     * Returns when the clock on the wall shows a time: at the leap, where it is put forward past it.
     *
     * @param last which of the two moments is meant where the clock is put back, and shows it twice
     */
    public static Instant instant(LocalDateTime time, ZoneId zone, boolean last) {
        var leap = zone.getRules().getTransition(time);
        if (leap != null && leap.isGap()) {
            return leap.getInstant();
        }
        var first = time.atZone(zone);
        return (last ? first.withLaterOffsetAtOverlap() : first).toInstant();
    }

    /** Reads {@code 02:30}. */
    public static Optional<LocalTime> time(YamlValue value) {
        return value.text().flatMap(text -> {
            if (!text.matches(TIME)) {
                value.refuse("bad-value", "a time of day from 00:00 to 23:59, such as 02:30");
                return Optional.empty();
            }
            return Optional.of(LocalTime.parse(text));
        });
    }

    /** Reads the end of a span of the day, which may be {@code 24:00}: midnight. */
    public static Optional<LocalTime> end(YamlValue value) {
        return value.textIfAny().filter("24:00"::equals).isPresent() ? Optional.of(LocalTime.MIDNIGHT) : time(value);
    }

    /** Reads the name of a time zone. */
    public static Optional<ZoneId> zone(YamlValue value) {
        return value.text().flatMap(name -> {
            if (ZoneId.getAvailableZoneIds().contains(name)) {
                return Optional.of(ZoneId.of(name));
            }
            value.refuse("unknown-zone", near(name));
            return Optional.empty();
        });
    }

    /** The short names of old are so short that anything is near to one. */
    private static String near(String name) {
        var places = ZoneId.getAvailableZoneIds().stream()
                .filter(known -> known.contains("/"))
                .toList();
        return Nearest.to(name, places)
                .map(found -> "'" + found + "'")
                .orElse("a time zone's name, such as Europe/Berlin or UTC");
    }
}

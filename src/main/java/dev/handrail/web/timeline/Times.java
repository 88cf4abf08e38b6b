package dev.handrail.web.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, always UTC: incidents are read by people in several zones. */
public final class Times {
    private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
    private static final DateTimeFormatter DATE = format("d MMM uuuu");
    private static final DateTimeFormatter MINUTE = format("d MMM uuuu, HH:mm");

    private Times() {}

    /** Returns {@code 14:03:07}. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** Returns {@code 21 Nov 2026}. */
    public static String date(Instant at) {
        return DATE.format(at);
    }

    /** Returns {@code 21 Nov 2026, 14:03}. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** Returns how long after the opening something was: {@code +04:12}, {@code +1:04:12}, {@code +2d 1:04:12}. */
    public static String offset(Instant opening, Instant at) {
        var after = Duration.between(opening, at);
        var days = after.toDays() == 0 ? "" : after.toDays() + "d ";
        var hours = after.toHours() == 0 ? "" : after.toHoursPart() + ":";
        return "+%s%s%02d:%02d".formatted(days, hours, after.toMinutesPart(), after.toSecondsPart());
    }

    /** Returns a length of time to the largest unit that says enough: {@code 40 s}, {@code 12 min}, {@code 3 h 5 min}. */
    public static String length(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return time.toMinutes() + " min";
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toDays() + " days";
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}

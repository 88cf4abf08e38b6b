package dev.handrail.platform.source;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;

/** Times as authors write them: {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
public final class Durations {
    public static final String WANTED = "a time such as 30s, 5m, 2h or 1d";

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    private Durations() {}

    /** Returns the time, longer than nothing; empty if {@code text} is not one. */
    public static Optional<Duration> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var count = Long.parseLong(form.group(1));
        return Optional.of(
                switch (form.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /** Returns the time as authors write it, in the largest unit that it is a whole number of. */
    public static String text(Duration time) {
        var seconds = time.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}

package dev.handrail.lint.against;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Times as authors write them. */
final class Spans {
    private Spans() {}

    /** Returns {@code 90s}, {@code 5m}, {@code 2h} or {@code 1d}: the largest unit that says it whole. */
    static String words(Duration time) {
        var seconds = time.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static String words(List<Duration> times) {
        return times.stream().map(Spans::words).collect(Collectors.joining(", ", "[", "]"));
    }
}

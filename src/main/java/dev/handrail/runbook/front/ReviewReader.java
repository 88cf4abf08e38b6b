package dev.handrail.runbook.front;

import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.Policy.Review;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** Reads {@code review: {last: 2026-09-01, every: 90d}}. */
final class ReviewReader {
    private ReviewReader() {}

    static Review read(YamlMap map) {
        map.allowing(Set.of("last", "every"));
        return new Review(
                map.get("last").flatMap(ReviewReader::date), map.get("every").flatMap(ReviewReader::days));
    }

    private static Optional<LocalDate> date(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException _) {
                value.refuse("bad-value", "a date such as 2026-09-01");
                return Optional.empty();
            }
        });
    }

    private static Optional<Duration> days(YamlValue value) {
        var span = value.duration();
        span.filter(time -> time.toDays() < 1).ifPresent(_ -> value.refuse("bad-value", "a time in days, such as 90d"));
        return span.filter(time -> time.toDays() >= 1);
    }
}

package dev.handrail.intake.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old a signed time may be: a recorded call must not be good for ever. */
final class Age {
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int LONGEST = 12;

    private Age() {}

    /** Reads whole seconds since 1970; empty for anything else. */
    static Optional<Instant> seconds(String text) {
        var digits = !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))) : Optional.empty();
    }

    /** Returns why a time is not good; empty if it is. */
    static Optional<String> fault(Instant signed, Instant now) {
        var off = Duration.between(signed, now);
        return off.abs().compareTo(TOLERANCE) <= 0
                ? Optional.empty()
                : Optional.of("the signed time is %d s %s our clock; at most %d s are good"
                        .formatted(
                                off.abs().toSeconds(), off.isNegative() ? "after" : "before", TOLERANCE.toSeconds()));
    }
}

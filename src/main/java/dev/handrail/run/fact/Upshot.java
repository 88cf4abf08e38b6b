package dev.handrail.run.fact;

import java.util.Arrays;
import java.util.Optional;

/** What came of something that somebody did where no runbook says what to do. */
public enum Upshot {
    HELPED,
    IN_VAIN,
    FOUND_OUT;

    /** Reads what {@link Enum#name} wrote; empty if it is anything else. */
    public static Optional<Upshot> of(String name) {
        return Arrays.stream(values())
                .filter(upshot -> upshot.name().equals(name))
                .findFirst();
    }

    /** Returns what is said of whoever did it: {@code did this, and it helped}. */
    public String words() {
        return switch (this) {
            case HELPED -> "did this, and it helped";
            case IN_VAIN -> "did this, and it did not help";
            case FOUND_OUT -> "found this out";
        };
    }
}

package dev.handrail.run.fact;

import java.util.Arrays;
import java.util.Optional;

/** What fixed it, as whoever ended it says: few enough to count, so that a review sees what keeps coming back. */
public enum Fix {
    RETRY,
    CONFIGURATION,
    DATA_REPAIR,
    DEPLOY_OR_ROLLBACK,
    UPSTREAM_RECOVERED,
    CAPACITY,
    FALSE_ALARM,
    OTHER;

    /** Reads what {@link Enum#name} wrote; empty if it is anything else. */
    public static Optional<Fix> of(String name) {
        return Arrays.stream(values()).filter(fix -> fix.name().equals(name)).findFirst();
    }

    /** Returns the words that people read: {@code data repair}. */
    public String words() {
        return switch (this) {
            case RETRY -> "a retry";
            case CONFIGURATION -> "configuration";
            case DATA_REPAIR -> "data repair";
            case DEPLOY_OR_ROLLBACK -> "a deploy or rollback";
            case UPSTREAM_RECOVERED -> "upstream recovered";
            case CAPACITY -> "capacity";
            case FALSE_ALARM -> "it was a false alarm";
            case OTHER -> "something else";
        };
    }
}

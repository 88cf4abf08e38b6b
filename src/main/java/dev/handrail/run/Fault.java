package dev.handrail.run;

import java.util.Arrays;
import java.util.Optional;

/** What is the matter with a step, as the person says who stands before it. */
public enum Fault {
    /** Following it does not do what it says. */
    WRONG,
    /** It can be read in two ways, or in none. */
    UNCLEAR,
    /** Following it does harm. */
    DANGEROUS;

    /** Reads what {@link #word} wrote; empty if it is anything else. */
    public static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }

    /** Returns the word that people read: {@code dangerous}. */
    public String word() {
        return switch (this) {
            case WRONG -> "wrong";
            case UNCLEAR -> "unclear";
            case DANGEROUS -> "dangerous";
        };
    }
}

package dev.handrail.platform;

/** Something that a running server does again and again. Whoever is one need not begin or end it: see {@link AllRounds}. */
public interface Recurring {
    Rounds rounds();

    /** Says whether these settings give it anything to do. */
    default boolean isNeeded() {
        return true;
    }
}

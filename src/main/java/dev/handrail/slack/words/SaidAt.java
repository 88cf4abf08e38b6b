package dev.handrail.slack.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * When something is said, for as long as it is put into words: a time of another day is shown with its day. Bound once, where a
 * message begins, so that no sentence has to be told on which day it stands.
 */
public final class SaidAt {
    private static final ScopedValue<Instant> WHEN = ScopedValue.newInstance();

    private SaidAt() {}

    /** Returns what is put into words as on the day of {@code when}. */
    public static <T> T on(Instant when, Supplier<T> words) {
        return ScopedValue.where(WHEN, when).call(words::get);
    }

    /** Says whether a time needs its day: it is of another one, in UTC. Where no day is bound, none does. */
    public static boolean isOtherDay(Instant at) {
        return WHEN.isBound() && !day(WHEN.get()).equals(day(at));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}

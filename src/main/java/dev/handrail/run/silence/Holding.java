package dev.handrail.run.silence;

import dev.handrail.incident.silence.SilenceBook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks up what holds alerts, as far as somebody asks. */
@Singleton
public final class Holding {
    private final SilenceBook silences;

    Holding(SilenceBook silences) {
        this.silences = silences;
    }

    /** Returns what holds alerts at that moment: read at most once, in the transaction of whoever asks first. */
    public Supplier<Holds> at(Instant now) {
        return new Supplier<>() {
            private @Nullable Holds found;

            @Override
            public Holds get() {
                var known = found == null ? new Holds(now, silences.active(now)) : found;
                found = known;
                return known;
            }
        };
    }
}

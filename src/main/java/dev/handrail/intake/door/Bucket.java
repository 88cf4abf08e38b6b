package dev.handrail.intake.door;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is left of a {@link Rate} (the generic cell rate algorithm: one number, which says when all calls so far would have come
 * one by one). No lock, no thread that fills it.
 */
final class Bucket {
    private static final long SECOND = 1_000_000_000L;

    private final long interval;
    private final long span;
    private final AtomicLong even = new AtomicLong(Long.MIN_VALUE);

    Bucket(Rate rate) {
        this.span = rate.per().toNanos();
        this.interval = span / rate.calls();
    }

    /** Takes a place, and returns zero; if there is none, how long until there is. A clock that is put back keeps nobody waiting. */
    Duration take(Instant at) {
        var now = at.getEpochSecond() * SECOND + at.getNano();
        while (true) {
            var known = even.get();
            var next = Math.max(Math.min(known, now + span), now) + interval;
            if (next - now > span) {
                return Duration.ofNanos(next - now - span);
            }
            if (even.compareAndSet(known, next)) {
                return Duration.ZERO;
            }
        }
    }
}

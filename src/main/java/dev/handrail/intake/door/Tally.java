package dev.handrail.intake.door;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What came to one source since the start. */
public final class Tally {
    private static final Duration BETWEEN_WORDS = Duration.ofMinutes(1);

    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<String> lastRefusal = new AtomicReference<>("");
    private final AtomicLong nextWord = new AtomicLong(Long.MIN_VALUE);

    Tally() {}

    void accept(Instant now) {
        accepted.increment();
        last.lazySet(now);
    }

    /** Returns whether it is time to say so in the log: once a minute, however many come. */
    boolean refuse(String why, Instant now) {
        refused.increment();
        lastRefusal.lazySet(why);
        return mayBeTold(now);
    }

    /** Says whether the last word in the log is a minute old; there is one then. */
    boolean mayBeTold(Instant now) {
        var due = nextWord.get();
        return now.getEpochSecond() >= due
                && nextWord.compareAndSet(due, now.plus(BETWEEN_WORDS).getEpochSecond());
    }

    void throttle() {
        throttled.increment();
    }

    /** Says whether anything came at all. */
    public boolean isUsed() {
        return accepted() + refused() + throttled() > 0;
    }

    public long accepted() {
        return accepted.sum();
    }

    public long refused() {
        return refused.sum();
    }

    public long throttled() {
        return throttled.sum();
    }

    /** Returns when the last call was let in; {@link Instant#EPOCH} if none was. */
    public Instant last() {
        return last.get();
    }

    /** Returns why the last one that was refused was; may be empty. */
    public String lastRefusal() {
        return lastRefusal.get();
    }
}

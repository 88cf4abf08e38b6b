package dev.handrail.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets what a sender waits for go before what nobody waits for at this moment: where there is one processor for both, the second
 * makes way, but not for long.
 */
@Singleton
public final class RightOfWay {
    private static final Duration LONGEST = Duration.ofMillis(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition clear = lock.newCondition();
    private int urgent;

    /** Does what a sender waits for. */
    public <T> T first(Supplier<T> work) {
        add(1);
        try {
            return work.get();
        } finally {
            add(-1);
        }
    }

    private void add(int more) {
        lock.lock();
        try {
            urgent += more;
            if (urgent == 0) {
                clear.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits while somebody else goes first; 20 ms at most. */
    public void makeWay() {
        lock.lock();
        try {
            var left = LONGEST.toNanos();
            while (urgent > 0 && left > 0) {
                left = clear.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}

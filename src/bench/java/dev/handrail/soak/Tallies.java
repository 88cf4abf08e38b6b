package dev.handrail.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** What is counted on the senders' side. */
final class Tallies {
    /** How long after its first answer a new process is still in its start. */
    private static final long START = TimeUnit.SECONDS.toNanos(10);

    /** Tenths of a millisecond, up to ten seconds. */
    private static final int SLOWEST = 100_000;

    private final AtomicIntegerArray all = new AtomicIntegerArray(SLOWEST + 1);
    private final AtomicIntegerArray calm = new AtomicIntegerArray(SLOWEST + 1);
    private final Map<String, Integer> failures = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Double> gaps = new ArrayList<>();
    private long deliveries;
    private long storedOnly;
    private boolean isUp;
    private long endedAt;
    private long calmSince = Long.MAX_VALUE;

    /** Notes that Handrail is about to be ended. */
    synchronized void ends() {
        isUp = false;
        calmSince = Long.MAX_VALUE;
        endedAt = System.nanoTime();
    }

    /** Notes that the old process is gone: whatever is answered from now on is answered by a new one. */
    synchronized void startsAgain() {
        isUp = true;
    }

    /** Notes that a delivery was taken, which was sent at {@code began}. */
    synchronized void taken(long began) {
        var now = System.nanoTime();
        deliveries++;
        var slot = (int) Math.min(SLOWEST, (now - began) / 100_000);
        all.incrementAndGet(slot);
        if (isUp && calmSince == Long.MAX_VALUE) {
            calmSince = now + START;
            if (endedAt != 0) {
                gaps.add((now - endedAt) / 1e9);
            }
        }
        if (began > calmSince) {
            calm.incrementAndGet(slot);
        }
    }

    synchronized void notTaken(String why) {
        failures.merge(why, 1, Integer::sum);
    }

    synchronized void answered(boolean isOnlyStored) {
        storedOnly += isOnlyStored ? 1 : 0;
    }

    synchronized void wrong(String what) {
        wrong.add(what);
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    synchronized long deliveries() {
        return deliveries;
    }

    synchronized long storedOnly() {
        return storedOnly;
    }

    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    synchronized int retries() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how long after each end a sender was answered again, in seconds. */
    synchronized List<Double> gaps() {
        return List.copyOf(gaps);
    }

    /** Returns the milliseconds within which this part of the answers came, those of starts and ends left out. */
    double calm(double part) {
        return quantile(calm, part);
    }

    double all(double part) {
        return quantile(all, part);
    }

    private static double quantile(AtomicIntegerArray slots, double part) {
        long total = 0;
        for (var at = 0; at <= SLOWEST; at++) {
            total += slots.get(at);
        }
        var left = (long) Math.ceil(total * part);
        for (var at = 0; at <= SLOWEST; at++) {
            left -= slots.get(at);
            if (left <= 0) {
                return at / 10.0;
            }
        }
        return SLOWEST / 10.0;
    }
}

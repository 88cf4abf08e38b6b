package dev.handrail.web.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a password may be tried: five times a minute from one address. A try counts before it is checked, so that tries sent
 * at once are counted too; the right password clears the count.
 */
@Singleton
public final class SignInThrottle {
    private static final int LIMIT = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> tries = new HashMap<>();
    private final InstantSource clock;

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a try from an address. Returns false, and counts nothing, if it has to wait. */
    public synchronized boolean allow(String address) {
        var now = clock.instant();
        forgetBefore(now.minus(WINDOW));
        var recent = tries.computeIfAbsent(address, _ -> new ArrayDeque<>());
        if (recent.size() >= LIMIT) {
            return false;
        }
        recent.addLast(now);
        return true;
    }

    public synchronized void succeeded(String address) {
        tries.remove(address);
    }

    /** Keeps the memory of addresses as short as the window. */
    private void forgetBefore(Instant start) {
        tries.values().forEach(recent -> recent.removeIf(at -> !at.isAfter(start)));
        tries.values().removeIf(Deque::isEmpty);
    }
}

package dev.handrail.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Room for what waits, shared by those who bring it. Each may hold as much as is still free, and no more: one alone at most half
 * of it, two at most a third each. So whoever brings nothing else always finds some, and nobody has to say who will come.
 *
 * <p>For any thread. Whether there is room is asked before something is brought, so that a little more than the room can wait.
 */
public final class SharedRoom {
    private final int size;
    private final AtomicInteger held = new AtomicInteger();
    private final Map<String, Integer> shares = new ConcurrentHashMap<>();

    public SharedRoom(int size) {
        this.size = size;
    }

    /** Says whether somebody should come again later. */
    public boolean isFullFor(String who) {
        return shares.getOrDefault(who, 0) > size - held.get();
    }

    public void add(String who, int weight) {
        held.addAndGet(weight);
        shares.merge(who, weight, Integer::sum);
    }

    public void remove(String who, int weight) {
        held.addAndGet(-weight);
        shares.computeIfPresent(who, (_, share) -> share <= weight ? null : share - weight);
    }
}

package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls that came in and interactions that went out, oldest first, each with its outcome. */
public final class CallLog {
    private static final int KEPT = 5000;

    private final Deque<ObjectNode> entries = new ArrayDeque<>();
    private final InstantSource clock;
    private long count;

    public CallLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds an entry; its number and time are put into it. */
    public synchronized void add(ObjectNode entry) {
        entry.put("number", ++count).put("at", clock.instant().toString());
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** Returns the entries after a number. */
    public synchronized List<ObjectNode> since(long number) {
        return entries.stream()
                .filter(entry -> entry.path("number").asLong() > number)
                .toList();
    }

    public synchronized void clear() {
        entries.clear();
    }
}

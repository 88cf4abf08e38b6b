package dev.handrail.simulator.workspace;

import dev.handrail.simulator.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The permissions to open a modal: each comes with a person's action, lasts 3 s and works once. */
public final class Triggers {
    static final Duration LIFE = Duration.ofSeconds(3);
    private static final int KEPT = 500;

    private final Map<String, Trigger> byId = new LinkedHashMap<>();
    private final InstantSource clock;

    /** One permission, kept after its use so that a second use is told apart from an invented id. */
    record Trigger(String id, String user, Instant expires, boolean used) {}

    Triggers(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized String issue(String user) {
        var id = "9182736.5463728." + UUID.randomUUID().toString().replace("-", "");
        byId.put(id, new Trigger(id, user, clock.instant().plus(LIFE), false));
        if (byId.size() > KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
        return id;
    }

    /** Uses a trigger up and returns the person whose action gave it. */
    public synchronized String exchange(String id) {
        var trigger = byId.get(id);
        if (trigger == null) {
            throw new Refusal("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new Refusal("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(trigger.expires())) {
            throw new Refusal("expired_trigger_id");
        }
        byId.put(id, new Trigger(id, trigger.user(), trigger.expires(), true));
        return trigger.user();
    }

    synchronized List<Trigger> all() {
        return List.copyOf(byId.values());
    }

    synchronized void restore(List<Trigger> triggers) {
        byId.clear();
        triggers.forEach(trigger -> byId.put(trigger.id(), trigger));
    }
}

package dev.handrail.simulator.workspace;

import dev.handrail.simulator.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The addresses at which the bot may answer an action: 5 times within 30 min. */
public final class ResponseUrls {
    static final Duration LIFE = Duration.ofMinutes(30);
    static final int USES = 5;
    private static final int KEPT = 500;

    private final Map<String, ResponseUrl> byId = new LinkedHashMap<>();
    private final InstantSource clock;

    /**
     * One such address.
     *
     * @param ts the message acted on; empty for a command
     */
    public record ResponseUrl(String id, String channel, Optional<String> ts, String user, Instant expires, int uses) {
        ResponseUrl used() {
            return new ResponseUrl(id, channel, ts, user, expires, uses + 1);
        }
    }

    ResponseUrls(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized String issue(String channel, Optional<String> ts, String user) {
        var id = UUID.randomUUID().toString();
        byId.put(id, new ResponseUrl(id, channel, ts, user, clock.instant().plus(LIFE), 0));
        if (byId.size() > KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
        return id;
    }

    /** Takes one use of an address. */
    public synchronized ResponseUrl use(String id) {
        var url = byId.get(id);
        if (url == null) {
            throw new Refusal("invalid_url");
        }
        if (url.uses() >= USES) {
            throw new Refusal("used_url");
        }
        if (clock.instant().isAfter(url.expires())) {
            throw new Refusal("expired_url");
        }
        byId.put(id, url.used());
        return url;
    }

    synchronized List<ResponseUrl> all() {
        return List.copyOf(byId.values());
    }

    synchronized void restore(List<ResponseUrl> urls) {
        byId.clear();
        urls.forEach(url -> byId.put(url.id(), url));
    }
}

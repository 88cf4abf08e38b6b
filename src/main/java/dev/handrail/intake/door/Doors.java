package dev.handrail.intake.door;

import dev.handrail.intake.proof.Proof;
import dev.handrail.platform.access.Credentials;
import dev.handrail.platform.source.Nearest;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every way in, by its name. What is configured is read at the start; a restart reads it again. */
public final class Doors {
    /** Its clients can show a secret in the body alone. */
    static final String EVENTS = "pagerduty-events";

    private final Map<String, Door> doors;
    private final Proxies proxies;

    private Doors(Map<String, Door> doors, Proxies proxies) {
        this.doors = Map.copyOf(doors);
        this.proxies = proxies;
    }

    /** Opens the doors of sources; those without authentication of their own by the alert token. */
    public static Doors of(Collection<Source> sources, Credentials credentials, Proxies proxies) {
        var common = new CommonToken(credentials);
        var doors = new TreeMap<String, Door>();
        sources.forEach(source -> doors.put(source.name(), new Door(source, proofs(source, common))));
        return new Doors(doors, proxies);
    }

    public Optional<Door> named(String name) {
        return Optional.ofNullable(doors.get(name));
    }

    /** Returns all of them by name. */
    public SortedMap<String, Door> all() {
        return new TreeMap<>(doors);
    }

    /** Returns what to write instead of a name that is none. */
    public String advice(String name) {
        return Nearest.advice(name, doors.keySet());
    }

    /** Returns who sent a call that came from {@code peer}. */
    public InetAddress sender(InetAddress peer, Optional<String> forwarded) {
        return proxies.sender(peer, forwarded);
    }

    private static List<Proof> proofs(Source source, CommonToken common) {
        if (!source.access().proofs().isEmpty()) {
            return source.access().proofs();
        }
        return source.kind().equals(EVENTS) ? List.of(common, common.asRoutingKey()) : List.of(common);
    }
}

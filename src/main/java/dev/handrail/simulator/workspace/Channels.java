package dev.handrail.simulator.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The channels and direct conversations. */
public final class Channels {
    private final Map<String, Channel> byId = new LinkedHashMap<>();
    private final List<Channel> original;
    private final Changes changes;

    Channels(List<Channel> original, Changes changes) {
        this.original = List.copyOf(original);
        this.changes = changes;
        restore(original);
    }

    public synchronized List<Channel> all() {
        return List.copyOf(byId.values());
    }

    public synchronized Optional<Channel> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Finds a channel by its id, or by its name with a hash before it. */
    public synchronized Optional<Channel> named(String reference) {
        return reference.startsWith("#")
                ? byId.values().stream()
                        .filter(channel -> !channel.isDirect() && channel.name().equals(reference.substring(1)))
                        .findFirst()
                : find(reference);
    }

    /** Returns the bot's conversation with a person, opened now if there was none. */
    public synchronized Channel direct(String user) {
        var id = "D" + user.substring(1);
        return byId.computeIfAbsent(id, _ -> {
            changes.next();
            return new Channel(id, user, Optional.of(user), false, true);
        });
    }

    /** Changes a channel, for instance archives it. Returns what it became. */
    public synchronized Channel change(Channel channel, UnaryOperator<Channel> change) {
        var changed = change.apply(channel);
        byId.put(channel.id(), changed);
        changes.next();
        return changed;
    }

    synchronized void restore(List<Channel> channels) {
        byId.clear();
        channels.forEach(channel -> byId.put(channel.id(), channel));
    }

    synchronized void reset() {
        restore(original);
    }
}

package dev.handrail.simulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All messages, by channel and ts. A ts is unique in its channel only, as in Slack. */
public final class Messages {
    private final Map<String, NavigableMap<String, Message>> byChannel = new TreeMap<>();
    private final Map<String, Long> lastMicros = new HashMap<>();
    private final InstantSource clock;
    private final Changes changes;

    Messages(InstantSource clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** Adds a message under the next ts of its channel, which is put into its body. */
    public synchronized Message add(String channel, Optional<String> onlyFor, ObjectNode body) {
        var ts = nextTs(channel);
        var stamped = body.deepCopy();
        stamped.put("ts", ts);
        var message = new Message(channel, ts, onlyFor, changes.next(), false, stamped);
        put(message);
        return message;
    }

    private String nextTs(String channel) {
        var micros = Math.max(micros(clock.instant()), lastMicros.getOrDefault(channel, 0L) + 1);
        lastMicros.put(channel, micros);
        return "%010d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    /** Returns a message that is still there, ephemeral ones too. */
    public synchronized Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(in(channel).get(ts)).filter(message -> !message.deleted());
    }

    /** Changes a message's body. Empty if the message is gone. */
    public synchronized Optional<Message> edit(String channel, String ts, UnaryOperator<ObjectNode> change) {
        return find(channel, ts).map(old -> {
            var body = change.apply(old.body().deepCopy());
            var message = new Message(channel, ts, old.onlyFor(), changes.next(), false, body);
            put(message);
            return message;
        });
    }

    /** Removes a message; readers who saw it learn that it is gone. */
    public synchronized void delete(String channel, String ts) {
        find(channel, ts)
                .ifPresent(old -> put(new Message(channel, ts, old.onlyFor(), changes.next(), true, old.body())));
    }

    /** Returns what everybody in a channel can read, threads included, oldest first. */
    public synchronized List<Message> readable(String channel) {
        return in(channel).values().stream()
                .filter(message -> !message.deleted() && !message.isEphemeral())
                .toList();
    }

    /** Returns a thread, its first message first; empty if there is no such message. */
    public List<Message> thread(String channel, String ts) {
        return readable(channel).stream()
                .filter(message -> message.ts().equals(ts)
                        || message.thread().map(ts::equals).orElse(false))
                .toList();
    }

    /** Returns everything that changed after a revision, removed and ephemeral messages too. */
    public synchronized List<Message> since(long revision) {
        return byChannel.values().stream()
                .flatMap(messages -> messages.values().stream())
                .filter(message -> message.revision() > revision)
                .toList();
    }

    synchronized void restore(List<Message> messages) {
        byChannel.clear();
        lastMicros.clear();
        messages.forEach(this::put);
        byChannel.forEach((channel, kept) ->
                lastMicros.put(channel, Long.parseLong(kept.lastKey().replace(".", ""))));
    }

    private void put(Message message) {
        byChannel.computeIfAbsent(message.channel(), _ -> new TreeMap<>()).put(message.ts(), message);
    }

    private NavigableMap<String, Message> in(String channel) {
        return byChannel.getOrDefault(channel, new TreeMap<>());
    }
}

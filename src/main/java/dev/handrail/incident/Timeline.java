package dev.handrail.incident;

import dev.handrail.platform.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ordered record of everything that happened in incidents: append-only, and chained by hashes, so that an entry that was
 * changed or taken out later is found. What an entry's body means is its writer's affair.
 */
@Singleton
public final class Timeline {
    private final TimelineRepository entries;

    Timeline(TimelineRepository entries) {
        this.entries = entries;
    }

    /**
     * One entry.
     *
     * @param place from 1, without gaps
     * @param at to the microsecond, which is what databases keep
     * @param hash over the hash before it and all that the entry says; 64 hexadecimal digits
     */
    public record Entry(long place, Instant at, String body, String hash) {}

    /** The end of a chain: what the next entry is chained to. */
    public record Head(long place, String hash) {
        public static final Head NONE = new Head(0, "");
    }

    /** Returns the entry that follows {@code head}. */
    public static Entry after(Head head, IncidentId id, Instant at, String body) {
        var next = new Entry(head.place() + 1, at.truncatedTo(ChronoUnit.MICROS), body, "");
        return new Entry(next.place(), next.at(), next.body(), hash(head.hash(), id, next));
    }

    /** Adds the entries of each incident, inside the caller's transaction, which must hold them all. */
    public void append(Map<IncidentId, List<Entry>> added) {
        var rows = new ArrayList<TimelineRepository.Row>();
        added.forEach((id, next) -> next.forEach(entry -> rows.add(
                new TimelineRepository.Row(id.value(), entry.place(), entry.at(), entry.body(), entry.hash()))));
        if (!rows.isEmpty()) {
            entries.add(rows);
        }
    }

    /** Returns the entries of an incident, oldest first. */
    public List<Entry> of(IncidentId id) {
        return from(id, 1);
    }

    /** Returns the entries of an incident from {@code place} on, oldest first. */
    public List<Entry> from(IncidentId id, long place) {
        return entries.from(id.value(), place).stream()
                .map(row -> new Entry(row.place(), row.happenedAt(), row.body(), row.hash()))
                .toList();
    }

    /** Returns when the entry at {@code place} happened. */
    public Optional<Instant> at(IncidentId id, long place) {
        return entries.find(id.value(), place).map(TimelineRepository.Row::happenedAt);
    }

    /** Returns what the hash of {@code entry} must be, when the one before it has {@code previous}. */
    static String hash(String previous, IncidentId id, Entry entry) {
        return Sha256.of(String.join(
                "\n",
                previous,
                Long.toString(id.value()),
                Long.toString(entry.place()),
                entry.at().toString(),
                entry.body()));
    }
}

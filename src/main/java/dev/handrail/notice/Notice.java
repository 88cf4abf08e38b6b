package dev.handrail.notice;

import dev.handrail.ownership.OwnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one owner is told in one message.
 *
 * @param dirtySince since when Slack may not show it as it is here
 */
public record Notice(
        long id, Topic topic, OwnerId owner, Instant madeAt, Optional<Instant> dirtySince, List<Entry> entries) {
    /** @param settledAt since when the matter is over; empty while it holds */
    public record Entry(Matter matter, Optional<Instant> settledAt) {
        public boolean isOpen() {
            return settledAt.isEmpty();
        }
    }

    public Notice {
        entries = List.copyOf(entries);
    }

    public List<Entry> open() {
        return entries.stream().filter(Entry::isOpen).toList();
    }
}

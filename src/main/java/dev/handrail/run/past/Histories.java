package dev.handrail.run.past;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Timeline;
import dev.handrail.incident.Timeline.Entry;
import dev.handrail.platform.Json;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened in incidents. A timeline only grows, so what was read of it once is kept, and only what came since is read. Every
 * method joins the caller's transaction.
 */
@Singleton
public final class Histories {
    /** Events, of all incidents together: about half a kilobyte each. */
    private static final int LARGEST = 40_000;

    private final Cache<IncidentId, Known> known = Caffeine.newBuilder()
            .maximumWeight(LARGEST)
            .weigher((IncidentId _, Known history) -> history.happened().size())
            .build();

    private final Timeline timeline;

    Histories(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param hash of the last entry, which stands for all before it */
    private record Known(List<Happened> happened, String hash) {
        static final Known NOTHING = new Known(List.of(), "");

        long last() {
            return happened.isEmpty() ? 0 : happened.getLast().position();
        }
    }

    /** Returns everything that happened in an incident, oldest first. */
    public List<Happened> of(IncidentId id) {
        var before = Optional.ofNullable(known.getIfPresent(id)).orElse(Known.NOTHING);
        var entries = timeline.from(id, Math.max(1, before.last()));
        if (before.last() == 0) {
            return kept(id, Known.NOTHING, entries);
        }
        return follows(before, entries)
                ? kept(id, before, entries.subList(1, entries.size()))
                : kept(id, Known.NOTHING, timeline.of(id));
    }

    /** What was read in a transaction that was undone later is not so: another entry has its place, or none. */
    private static boolean follows(Known before, List<Entry> entries) {
        return !entries.isEmpty() && entries.getFirst().hash().equals(before.hash());
    }

    private List<Happened> kept(IncidentId id, Known before, List<Entry> added) {
        if (added.isEmpty()) {
            return before.happened();
        }
        var happened = Stream.concat(before.happened().stream(), added.stream().map(Histories::read))
                .toList();
        known.put(id, new Known(happened, added.getLast().hash()));
        return happened;
    }

    private static Happened read(Entry entry) {
        return new Happened(entry.place(), entry.at(), Json.read(entry.body(), RunEvent.class));
    }
}

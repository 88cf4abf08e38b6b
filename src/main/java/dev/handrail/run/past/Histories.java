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

    /**
     * @param happened never empty
     * @param hash of the last entry, which stands for all before it
     */
    private record Known(List<Happened> happened, String hash) {
        long last() {
            return happened.getLast().position();
        }

        /** What was read in a transaction that was undone later is not so: another entry has its place, or none. */
        boolean goesOnWith(List<Entry> entries) {
            return !entries.isEmpty() && entries.getFirst().hash().equals(hash);
        }
    }

    /** Returns everything that happened in an incident, oldest first. */
    public List<Happened> of(IncidentId id) {
        var before = known.getIfPresent(id);
        if (before != null) {
            var entries = timeline.from(id, before.last());
            if (before.goesOnWith(entries)) {
                return kept(id, before.happened(), entries.subList(1, entries.size()));
            }
        }
        return kept(id, List.of(), timeline.of(id));
    }

    private List<Happened> kept(IncidentId id, List<Happened> before, List<Entry> added) {
        if (added.isEmpty()) {
            return before;
        }
        var happened = Stream.concat(before.stream(), added.stream().map(Histories::read))
                .toList();
        known.put(id, new Known(happened, added.getLast().hash()));
        return happened;
    }

    private static Happened read(Entry entry) {
        return new Happened(entry.place(), entry.at(), Json.read(entry.body(), RunEvent.class));
    }
}

package dev.handrail.incident;

import dev.handrail.incident.Timeline.Entry;
import dev.handrail.incident.Timeline.Head;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Recomputes the chains of timelines, from what is stored and nothing else. */
@Singleton
public final class ChainVerifier {
    private final IncidentRepository incidents;
    private final Timeline timeline;

    ChainVerifier(IncidentRepository incidents, Timeline timeline) {
        this.incidents = incidents;
        this.timeline = timeline;
    }

    /** What was found: {@code broken} is the first entry that is not as it was written; empty when every chain is whole. */
    public record Report(int incidents, long entries, Optional<Break> broken) {}

    /** An entry that is not as it was written, in words for people. */
    public record Break(IncidentId incident, long place, String found, String wanted) {}

    /**
     * Verifies every incident, oldest first, up to the first break.
     *
     * @param head what an incident's own row says that the end of its chain is
     */
    public Report verify(Function<IncidentId, Optional<Head>> head) {
        var seen = 0;
        var entries = 0L;
        for (var id : incidents.ids()) {
            var incident = new IncidentId(id);
            var chain = timeline.of(incident);
            var broken = firstBreak(incident, chain, head.apply(incident));
            if (broken.isPresent()) {
                return new Report(seen, entries, broken);
            }
            seen++;
            entries += chain.size();
        }
        return new Report(seen, entries, Optional.empty());
    }

    static Optional<Break> firstBreak(IncidentId id, List<Entry> chain, Optional<Head> head) {
        var last = Head.NONE;
        for (var entry : chain) {
            if (entry.place() != last.place() + 1) {
                return Optional.of(new Break(
                        id,
                        last.place() + 1,
                        "no entry: the next one is " + entry.place(),
                        "an unbroken row of entries"));
            }
            var hash = Timeline.hash(last.hash(), id, entry);
            if (!hash.equals(entry.hash())) {
                return Optional.of(new Break(
                        id,
                        entry.place(),
                        "hash " + entry.hash() + ", but what stands there gives " + hash,
                        "the same hash"));
            }
            last = new Head(entry.place(), entry.hash());
        }
        return atHead(id, last, head);
    }

    /** Without this, cutting off the end of a chain would leave a whole, shorter one. */
    private static Optional<Break> atHead(IncidentId id, Head last, Optional<Head> head) {
        return head.filter(last::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Break(
                        id,
                        last.place() + 1,
                        "the end of the timeline",
                        head.map(said -> "entry %d with hash %s, which the incident says is its last"
                                        .formatted(said.place(), said.hash()))
                                .orElse("a run that says which entry is its last")));
    }
}

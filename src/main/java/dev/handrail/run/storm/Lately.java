package dev.handrail.run.storm;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.storm.Failing;
import dev.handrail.incident.storm.Place;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What opened lately, by place, so that an alert in calm weather asks no database. Some of it may be over already. */
final class Lately {
    /** Enough to tell a storm in any place, by any sane setting; the oldest go first. */
    private static final int KEPT = 500;

    private record Trace(IncidentId id, Failing failing) {}

    private final Map<Place, Deque<Trace>> places = new HashMap<>();

    void add(IncidentId id, Failing failing) {
        for (var place : failing.places()) {
            var traces = places.computeIfAbsent(place, _ -> new ArrayDeque<>());
            traces.addLast(new Trace(id, failing));
            if (traces.size() > KEPT) {
                traces.removeFirst();
            }
        }
    }

    /** Returns what opened in any of the places, each once. */
    Map<IncidentId, Failing> in(Collection<Place> wanted) {
        var found = new LinkedHashMap<IncidentId, Failing>();
        for (var place : wanted) {
            var traces = places.get(place);
            if (traces != null) {
                traces.forEach(trace -> found.put(trace.id(), trace.failing()));
            }
        }
        return found;
    }

    void forgetBefore(Instant since) {
        places.values()
                .forEach(traces -> traces.removeIf(trace -> trace.failing().at().isBefore(since)));
        places.values().removeIf(Deque::isEmpty);
    }
}

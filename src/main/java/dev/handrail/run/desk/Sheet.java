package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.desk.Ledger.Held;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The runs that one transaction holds, each as it has become so far, and what is to be written of them. */
final class Sheet {
    private final Map<IncidentId, Held> held = new HashMap<>();
    private final Map<IncidentId, Change> changes = new LinkedHashMap<>();

    boolean holds(IncidentId id) {
        return held.containsKey(id);
    }

    void hold(List<Held> read) {
        read.forEach(run -> held.put(run.id(), run));
    }

    /** Returns those of the runs that are held, lowest number first. */
    List<Held> of(Collection<IncidentId> ids) {
        return ids.stream()
                .distinct()
                .map(held::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(run -> run.row().incidentId()))
                .toList();
    }

    void add(Change change) {
        held.put(change.id(), change.after());
        changes.merge(change.id(), change, Change::then);
    }

    List<Change> changes() {
        return List.copyOf(changes.values());
    }
}

package dev.handrail.incident.alerts;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The labels in which the alerts of an incident differ. Pure.
 *
 * @param names those that tell most of the alerts apart first
 */
public record Differences(List<String> names) {
    public Differences {
        names = List.copyOf(names);
    }

    /**
     * @param alerts all of an incident, or the first
     * @param shared labels that are equal in all of it
     */
    public static Differences of(Collection<KeptAlert> alerts, Map<String, String> shared) {
        var values = new HashMap<String, Set<String>>();
        for (var kept : alerts) {
            kept.alert().labels().forEach((name, value) -> {
                if (!value.equals(shared.get(name))) {
                    values.computeIfAbsent(name, _ -> new HashSet<>()).add(value);
                }
            });
        }
        return new Differences(values.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> label) ->
                                -label.getValue().size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Returns an alert's labels of these names, in this order. */
    public Map<String, String> of(KeptAlert kept) {
        var own = new LinkedHashMap<String, String>();
        names.forEach(
                name -> Optional.ofNullable(kept.alert().labels().get(name)).ifPresent(value -> own.put(name, value)));
        return own;
    }
}

package dev.handrail.soak.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is not as it must be, by what was looked for. */
public final class Findings {
    private static final int SHOWN = 20;

    private final Map<String, List<String>> byKind = new LinkedHashMap<>();

    /** Notes that something was looked for, and whatever was found of it. */
    public void none(String kind, Collection<String> found) {
        byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(found);
    }

    public void hold(String kind, boolean holds, String otherwise) {
        none(kind, holds ? List.of() : List.of(otherwise));
    }

    public boolean isEmpty() {
        return byKind.values().stream().allMatch(List::isEmpty);
    }

    public void print() {
        byKind.forEach((kind, found) -> {
            System.out.printf("RESULT %-72s %s%n", kind, found.isEmpty() ? "none" : found.size() + " FOUND");
            found.stream().sorted().limit(SHOWN).forEach(what -> System.out.println("RESULT     " + what));
        });
        System.out.println("RESULT " + (isEmpty() ? "nothing is lost, nothing is doubled" : "FAILED"));
    }
}

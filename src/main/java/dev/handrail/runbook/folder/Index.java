package dev.handrail.runbook.folder;

import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runbooks that are found by path, by id, and by where their outcomes lead. */
public final class Index {
    private final NavigableMap<String, Runbook> byPath = new TreeMap<>();
    private final Map<String, NavigableMap<String, Runbook>> byId = new HashMap<>();
    private final Map<String, Set<String>> jumpers = new HashMap<>();

    public static Index of(Collection<Runbook> runbooks) {
        var index = new Index();
        runbooks.forEach(index::put);
        return index;
    }

    public void put(Runbook runbook) {
        remove(runbook.path());
        byPath.put(runbook.path(), runbook);
        byId.computeIfAbsent(runbook.id(), _ -> new TreeMap<>()).put(runbook.path(), runbook);
        jumps(runbook)
                .forEach(to ->
                        jumpers.computeIfAbsent(to.path(), _ -> new HashSet<>()).add(runbook.path()));
    }

    public void remove(String path) {
        var runbook = byPath.remove(path);
        if (runbook != null) {
            byId.getOrDefault(runbook.id(), new TreeMap<>()).remove(path);
            jumps(runbook)
                    .forEach(to ->
                            jumpers.getOrDefault(to.path(), new HashSet<>()).remove(path));
        }
    }

    public Optional<Runbook> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns the runbooks of a file, by path: one, or several as {@code file.md#Name}. */
    public List<Runbook> of(String file) {
        var found = new ArrayList<>(byPath.subMap(file + "#", file + "$").values());
        at(file).ifPresent(found::addFirst);
        return found;
    }

    /** Returns the first by path of those that say that this is their id. */
    public Optional<Runbook> firstWith(String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(same -> !same.isEmpty())
                .map(same -> same.firstEntry().getValue());
    }

    /** Returns the paths of those that a change of {@code runbook} may concern: those that jump to it or have its id. */
    public Set<String> concernedBy(Runbook runbook) {
        var concerned = new TreeSet<>(jumpers.getOrDefault(runbook.path(), Set.of()));
        concerned.addAll(
                byId.getOrDefault(runbook.id(), Collections.emptyNavigableMap()).keySet());
        return concerned;
    }

    public Set<String> paths() {
        return byPath.keySet();
    }

    public Collection<Runbook> all() {
        return byPath.values();
    }

    private static Stream<Target.ToRunbook> jumps(Runbook runbook) {
        return runbook.walk().steps().stream()
                .flatMap(step -> step.outcomes().stream())
                .flatMap(outcome -> outcome.target() instanceof Target.ToRunbook to ? Stream.of(to) : Stream.empty());
    }
}

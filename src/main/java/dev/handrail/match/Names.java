package dev.handrail.match;

import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;

/** Runbooks by id, file and title. Compared without regard to case where people and senders write as they like. */
final class Names {
    private static final String SUFFIX = ".md";
    private static final int DEEPEST = 32;

    private final Map<String, SequencedSet<Runbook>> exact = new HashMap<>();
    private final Map<String, SequencedSet<Runbook>> ends = new HashMap<>();
    private final Map<String, SequencedSet<Runbook>> ids = new HashMap<>();
    private final Map<String, SequencedSet<Runbook>> stems = new HashMap<>();
    private final Map<String, SequencedSet<Runbook>> titles = new HashMap<>();

    Names(List<Runbook> runbooks) {
        for (var runbook : runbooks) {
            put(exact, runbook.id(), runbook);
            put(exact, runbook.path(), runbook);
            put(ends, end(segments(runbook.id())), runbook);
            put(ends, end(segments(runbook.path())), runbook);
            put(ids, folded(runbook.id()), runbook);
            put(stems, folded(stem(runbook)), runbook);
            put(titles, folded(runbook.title()), runbook);
        }
    }

    /** Returns those whose id or path is exactly this. */
    List<Runbook> exactly(String name) {
        return found(exact, name);
    }

    /** Returns those all of whose path, or of whose id, is the end of an address; if several are, the longest is meant. */
    List<Runbook> endOf(String address) {
        var segments = segments(address);
        for (int from = Math.max(0, segments.size() - DEEPEST); from < segments.size(); from++) {
            var found = found(ends, end(segments.subList(from, segments.size())));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    List<Runbook> withId(String name) {
        return found(ids, folded(name));
    }

    /** Returns those whose file is called this, with or without {@code .md}. */
    List<Runbook> withStem(String name) {
        return found(stems, folded(withoutSuffix(name)));
    }

    List<Runbook> withTitle(String name) {
        return found(titles, folded(name));
    }

    /** Returns the file's name without {@code .md}; of a runbook that is one section of a file, that section's name. */
    static String stem(Runbook runbook) {
        var path = runbook.path();
        return withoutSuffix(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('#')) + 1));
    }

    /** Returns the folders that a runbook lies in, in lower case. */
    static List<String> folders(Runbook runbook) {
        var segments = segments(runbook.path());
        return segments.subList(0, segments.size() - 1);
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (var part : path.toLowerCase(Locale.ROOT).split("[/#]")) {
            if (!part.isEmpty()) {
                segments.add(withoutSuffix(part));
            }
        }
        return segments;
    }

    private static String end(List<String> segments) {
        return String.join("/", segments);
    }

    private static String withoutSuffix(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)
                ? name.substring(0, name.length() - SUFFIX.length())
                : name;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, SequencedSet<Runbook>> map, String key, Runbook runbook) {
        map.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(runbook);
    }

    private static List<Runbook> found(Map<String, SequencedSet<Runbook>> map, String key) {
        var found = map.get(key);
        return found == null ? List.of() : List.copyOf(found);
    }
}

package dev.handrail.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every small change to a YAML document: each value replaced by each of a pool, each key left away, a key too many in each map. */
final class Mutations {
    private static final List<@Nullable Object> POOL = Arrays.asList(
            null,
            "",
            "x",
            "two words",
            "5m",
            "0m",
            "5 minutes",
            "quiet 5m",
            "quiet",
            "2026-09-01",
            "2026-13-45",
            "tomorrow",
            "critical",
            "CRITICAL",
            "draft",
            "https://a.example/b",
            "ftp://a.example",
            "U03MARTA",
            "S01ERP",
            "#orders",
            "orders",
            0,
            1,
            3,
            101,
            -1,
            true,
            false,
            List.of(),
            List.of("x"),
            List.of("5m"),
            List.of(List.of("5m")),
            Map.of(),
            Map.of("x", "y"),
            Map.of("x-free", "y"));

    private Mutations() {}

    /** Returns the changed documents by what was changed. */
    static Map<String, Object> of(Object document) {
        var changed = new LinkedHashMap<String, Object>();
        walk("", document, Objects::requireNonNull, changed);
        changed.values().removeIf(document::equals);
        return changed;
    }

    private static void walk(
            String path, Object value, Function<@Nullable Object, Object> into, Map<String, Object> changed) {
        for (var other : POOL) {
            if (!path.isEmpty()) {
                changed.put(path + " := " + other, into.apply(other));
            }
        }
        if (value instanceof Map<?, ?> map) {
            changed.put(path + "/unheard_of added", into.apply(with(map, "unheard_of", "x")));
            changed.put(path + "/x-own added", into.apply(with(map, "x-own", List.of(1))));
            map.forEach((key, inner) -> {
                changed.put(path + "/" + key + " left away", into.apply(without(map, key)));
                walk(path + "/" + key, inner, other -> into.apply(with(map, key, other)), changed);
            });
        }
        if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                var at = index;
                walk(path + "/" + at, list.get(at), other -> into.apply(with(list, at, other)), changed);
            }
        }
    }

    private static Map<Object, @Nullable Object> with(Map<?, ?> map, Object key, @Nullable Object value) {
        var copy = new LinkedHashMap<Object, @Nullable Object>(map);
        copy.put(key, value);
        return copy;
    }

    private static Map<Object, Object> without(Map<?, ?> map, Object key) {
        var copy = new LinkedHashMap<Object, Object>(map);
        copy.remove(key);
        return copy;
    }

    private static List<@Nullable Object> with(List<?> list, int index, @Nullable Object value) {
        var copy = new ArrayList<@Nullable Object>(list);
        copy.set(index, value);
        return copy;
    }
}

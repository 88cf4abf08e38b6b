package dev.handrail.platform.source;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values in a YAML file. What is missing or of the wrong kind is noted and empty. */
public final class YamlMap {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Position at;
    private final Problems problems;

    private record Entry(Position at, YamlValue value) {}

    YamlMap(MappingNode node, Excerpt source, Problems problems) {
        this.problems = problems;
        this.at = new YamlValue(node, source, problems).at();
        node.getValue().forEach(tuple -> {
            var key = new YamlValue(tuple.getKeyNode(), source, problems);
            name(tuple.getKeyNode(), key)
                    .ifPresent(name ->
                            put(name, new Entry(key.at(), new YamlValue(tuple.getValueNode(), source, problems))));
        });
    }

    /** Notes every key that is not one of these, with the one that was probably meant. Keys that begin with {@code x-} are free. */
    public YamlMap allowing(Set<String> known) {
        entries.forEach((key, entry) -> {
            if (!known.contains(key) && !key.startsWith("x-")) {
                problems.error(entry.at(), "unknown-key", "'" + key + "'", Nearest.advice(key, known));
            }
        });
        return this;
    }

    public Collection<String> keys() {
        return List.copyOf(entries.keySet());
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Position at() {
        return at;
    }

    /** Returns where {@code key} itself stands; where the map begins if it has no such key. */
    public Position at(String key) {
        var entry = entries.get(key);
        return entry == null ? at : entry.at();
    }

    public Optional<YamlValue> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Returns the value; a problem where there is none. {@code wanted} says what it is for. */
    public Optional<YamlValue> require(String key, String wanted) {
        if (!has(key)) {
            problems.error(at, "missing-key", "no '" + key + "'", wanted);
        }
        return get(key);
    }

    public Optional<String> text(String key) {
        return get(key).flatMap(YamlValue::text);
    }

    public Optional<Duration> duration(String key) {
        return get(key).flatMap(YamlValue::duration);
    }

    public Optional<YamlMap> map(String key) {
        return get(key).flatMap(YamlValue::map);
    }

    public List<YamlValue> list(String key) {
        return get(key).map(YamlValue::list).orElse(List.of());
    }

    /** Returns the list of texts; one text alone is a list of one. */
    public List<String> texts(String key) {
        return get(key).map(value -> value.isList() ? value.list() : List.of(value)).orElse(List.of()).stream()
                .flatMap(value -> value.text().stream())
                .toList();
    }

    private static Optional<String> name(Node node, YamlValue key) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : key.text();
    }

    private void put(String name, Entry entry) {
        var first = entries.putIfAbsent(name, entry);
        if (first != null) {
            problems.error(
                    entry.at(),
                    "duplicate-key",
                    "'" + name + "' again, after line " + first.at().line(),
                    "each key once");
        }
    }
}

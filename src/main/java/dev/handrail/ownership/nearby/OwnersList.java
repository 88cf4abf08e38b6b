package dev.handrail.ownership.nearby;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An OWNERS file as Kubernetes reads it: approvers, then reviewers, perhaps by filters over paths.
 *
 * @param isAlone whether folders above have no say
 */
record OwnersList(List<Entry> entries, boolean isAlone) implements NamesOwners {
    private static final String EVERYTHING = ".*";

    /** Names for the paths that a filter finds. */
    record Entry(Pattern filter, List<Placed<String>> names) {}

    OwnersList {
        entries = List.copyOf(entries);
    }

    /** Returns what the file says; if it is no such file, nothing, and a warning. */
    static OwnersList read(String file, String text, Problems problems) {
        var slips = new Problems();
        var map = Yaml.read(Excerpt.whole(file, text), slips)
                .filter(YamlValue::isMap)
                .flatMap(YamlValue::map);
        var entries = new ArrayList<Entry>();
        map.ifPresent(all -> entries.addAll(entries(all, slips)));
        if (map.isEmpty() || slips.count() > 0) {
            var at = slips.sorted().stream().map(slip -> slip.at()).findFirst();
            problems.warning(
                    at.orElseGet(() -> new Position(file, 1, 1)),
                    "bad-owners-file",
                    "what is not understood as an OWNERS file",
                    "approvers: [an owner of owners.yml]");
        }
        var alone = map.flatMap(all -> all.map("options"))
                .flatMap(options -> options.get("no_parent_owners"))
                .flatMap(YamlValue::truth);
        return new OwnersList(entries, alone.orElse(false));
    }

    private static List<Entry> entries(YamlMap map, Problems slips) {
        var entries = new ArrayList<Entry>();
        map.map("filters")
                .ifPresent(filters -> filters.keys()
                        .forEach(filter -> filters.map(filter)
                                .ifPresent(inner -> entry(filter, inner, filters.at(filter), slips)
                                        .forEach(entries::add))));
        entries.add(new Entry(Pattern.compile(EVERYTHING), names(map)));
        return entries;
    }

    private static Stream<Entry> entry(String filter, YamlMap map, Position at, Problems slips) {
        try {
            return Stream.of(new Entry(Pattern.compile(filter), names(map)));
        } catch (PatternSyntaxException e) {
            slips.warning(at, "bad-owners-file", e.getDescription(), "a regular expression");
            return Stream.empty();
        }
    }

    private static List<Placed<String>> names(YamlMap map) {
        return Stream.of("approvers", "reviewers")
                .filter(map::has)
                .flatMap(key -> map.list(key).stream())
                .flatMap(value -> value.text().map(name -> new Placed<>(name, value.at())).stream())
                .toList();
    }

    @Override
    public List<Placed<String>> namesFor(String path) {
        return entries.stream()
                .filter(entry -> entry.filter().matcher(path).find())
                .flatMap(entry -> entry.names().stream())
                .toList();
    }

    @Override
    public boolean leavesRoomAbove() {
        return !isAlone;
    }
}

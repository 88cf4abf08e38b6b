package dev.handrail.ownership.system;

import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What systems.yml says: the systems that checks and retries may reach, by id. */
public record SystemsFile(Map<String, ExternalSystem> systems) {
    public static final String NAME = "systems.yml";

    /** What a library without the file says. */
    public static final SystemsFile NONE = new SystemsFile(Map.of());

    public SystemsFile {
        systems = Map.copyOf(systems);
    }

    /** Returns what the file says; with errors in {@code problems}, the systems that can be made out. */
    public static SystemsFile read(Excerpt source, Problems problems) {
        return Yaml.readMap(source, problems)
                .map(file -> file.allowing(Set.of("systems")))
                .flatMap(file -> file.require("systems", "the systems, each with its kind and address")
                        .flatMap(value -> value.map()))
                .map(systems -> read(systems, problems))
                .orElse(NONE);
    }

    private static SystemsFile read(YamlMap map, Problems problems) {
        var systems = new LinkedHashMap<String, ExternalSystem>();
        var reader = new SystemReader(problems);
        map.keys()
                .forEach(id -> map.map(id)
                        .flatMap(entry -> reader.read(id, entry))
                        .ifPresent(system -> systems.put(id, system)));
        refuseSameActions(map, systems, problems);
        return new SystemsFile(systems);
    }

    /** A retry names an action, not its system. */
    private static void refuseSameActions(YamlMap map, Map<String, ExternalSystem> systems, Problems problems) {
        var first = new HashMap<String, Position>();
        systems.forEach((id, system) -> map.map(id)
                .flatMap(entry -> entry.map("actions"))
                .ifPresent(actions -> system.actions().keySet().stream()
                        .sorted()
                        .forEach(action -> {
                            var earlier = first.putIfAbsent(action, actions.at(action));
                            if (earlier != null) {
                                problems.error(
                                        actions.at(action),
                                        "duplicate-action",
                                        "'" + action + "' again, after line " + earlier.line(),
                                        "each action's name once in the file: a retry names only the action");
                            }
                        })));
    }
}

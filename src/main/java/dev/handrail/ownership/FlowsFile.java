package dev.handrail.ownership;

import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What flows.yml says: the flows, and where incidents of none of them are posted. */
record FlowsFile(Map<String, Flow> flows, String defaultChannel) {
    private static final Set<String> KEYS = Set.of("default_channel", "flows");
    private static final List<String> DESCRIPTIVE = List.of("pattern", "latency", "unit", "value");
    private static final List<String> LISTS = List.of("failure_modes", "maintenance");
    private static final Set<String> FLOW_KEYS = Set.of(
            "name",
            "channel",
            "source",
            "target",
            "owner",
            "contract",
            "pattern",
            "latency",
            "unit",
            "value",
            "failure_modes",
            "maintenance");

    /**
     * Returns what the file says; with errors in {@code problems}, as much of it as can be made out.
     *
     * @param owners the ids there are; empty if owners.yml could not be read, and then no owner is called unknown
     */
    static Optional<FlowsFile> read(Excerpt source, Optional<Set<String>> owners, Problems problems) {
        return Yaml.readMap(source, problems).flatMap(file -> new Reading(file.allowing(KEYS), owners).read());
    }

    private record Reading(YamlMap file, Optional<Set<String>> owners) {
        Optional<FlowsFile> read() {
            var channel = file.require("default_channel", "the channel for incidents of no flow")
                    .flatMap(ContactReader::channel);
            var flows = new LinkedHashMap<String, Flow>();
            file.map("flows")
                    .ifPresent(map -> map.keys()
                            .forEach(id -> map.map(id)
                                    .flatMap(entry -> flow(id, entry, channel))
                                    .ifPresent(flow -> flows.put(id, flow))));
            return channel.map(name -> new FlowsFile(flows, name));
        }

        private Optional<Flow> flow(String id, YamlMap entry, Optional<String> defaultChannel) {
            entry.allowing(FLOW_KEYS);
            DESCRIPTIVE.forEach(entry::text);
            LISTS.forEach(entry::list);
            var channel = entry.get("channel").flatMap(ContactReader::channel).or(() -> defaultChannel);
            var owner = entry.require("owner", "who answers for the flow").flatMap(this::known);
            var name = entry.text("name").orElse(id);
            var source = entry.text("source").orElse("");
            var target = entry.text("target").orElse("");
            var contract = entry.text("contract").orElse("");
            return channel.flatMap(
                    at -> owner.map(who -> new Flow(id, name, at, source, target, new OwnerId(who), contract)));
        }

        private Optional<String> known(YamlValue value) {
            var id = value.text();
            id.filter(name -> owners.filter(known -> !known.contains(name)).isPresent())
                    .ifPresent(name -> value.refuse("unknown-owner", Nearest.advice(name, owners.orElse(Set.of()))));
            return id;
        }
    }
}

package dev.handrail.ownership;

import dev.handrail.ownership.contact.ContactReader;
import dev.handrail.ownership.maintenance.WindowReader;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What flows.yml says: the flows, and where incidents of none of them are posted.
 *
 * @param ids of all entries, also of those that are at fault and not among the flows
 */
record FlowsFile(Map<String, Flow> flows, String defaultChannel, Set<String> ids) {
    private static final Set<String> KEYS = Set.of("default_channel", "zone", "flows");

    /**
     * Returns what the file says; with errors in {@code problems}, as much of it as can be made out.
     *
     * @param owners the ids there are; empty if owners.yml could not be read, and then no owner is called unknown
     */
    static Optional<FlowsFile> read(Excerpt source, Optional<Set<String>> owners, Problems problems) {
        return Yaml.readMap(source, problems)
                .flatMap(
                        file -> new Reading(file.allowing(KEYS), new FlowReader(owners, WindowReader.of(file))).read());
    }

    private record Reading(YamlMap file, FlowReader reader) {
        Optional<FlowsFile> read() {
            var channel = file.require("default_channel", "the channel for incidents of no flow")
                    .flatMap(ContactReader::channel);
            var flows = new LinkedHashMap<String, Flow>();
            var ids = new LinkedHashSet<String>();
            file.map("flows").ifPresent(map -> {
                ids.addAll(map.keys());
                ids.forEach(id -> map.map(id)
                        .flatMap(entry -> reader.flow(id, entry, channel))
                        .ifPresent(flow -> flows.put(id, flow)));
            });
            return channel.map(name -> new FlowsFile(flows, name, ids));
        }
    }
}

package dev.handrail.ownership.maintenance;

import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the maintenance windows of flows.yml.
 *
 * @param zone of the windows that name none
 */
public record WindowReader(ZoneId zone) {
    private static final Set<String> KEYS = Set.of("every", "from", "to", "zone", "why");

    /** Returns the reader for a file whose windows are in the zone that {@code file} names, else in UTC. */
    public static WindowReader of(YamlMap file) {
        return new WindowReader(file.get("zone").flatMap(WallClock::zone).orElse(ZoneOffset.UTC));
    }

    /** Returns the windows that can be made out. */
    public List<MaintenanceWindow> windows(YamlMap flow) {
        return flow.list("maintenance").stream()
                .flatMap(entry -> entry.map().stream())
                .flatMap(entry -> window(entry.allowing(KEYS)).stream())
                .toList();
    }

    private Optional<MaintenanceWindow> window(YamlMap entry) {
        var days = entry.require("every", "the days on which it begins, such as Sunday");
        var every = days.map(Day::read).orElse(List.of());
        var from = entry.require("from", "when it begins, such as 22:00").flatMap(WallClock::time);
        var to = entry.require("to", "when it ends, such as 02:00").flatMap(WallClock::end);
        var in = entry.has("zone") ? entry.get("zone").flatMap(WallClock::zone) : Optional.of(zone);
        var why = entry.require("why", "what is done then, for those who wonder what became of an alert")
                .flatMap(YamlValue::text);
        if (every.isEmpty() || from.isEmpty() || to.isEmpty() || in.isEmpty() || why.isEmpty()) {
            return Optional.empty();
        }
        var words = "%s, %s to %s".formatted(String.join(", ", entry.texts("every")), from.get(), said(entry, "to"));
        return Optional.of(new MaintenanceWindow(every, from.get(), to.get(), in.get(), words, why.get()));
    }

    private static String said(YamlMap entry, String key) {
        return entry.text(key).orElse("");
    }
}

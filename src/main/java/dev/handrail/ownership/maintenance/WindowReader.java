package dev.handrail.ownership.maintenance;

import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** Returns the reader for a file whose windows are in the zone that {@code file} names, else in UTC. */
    public static WindowReader of(YamlMap file) {
        return new WindowReader(file.get("zone").flatMap(WindowReader::zone).orElse(ZoneOffset.UTC));
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
        var every = days.map(WindowReader::days).orElse(List.of());
        var from = entry.require("from", "when it begins, such as 22:00").flatMap(WindowReader::time);
        var to = entry.require("to", "when it ends, such as 02:00").flatMap(WindowReader::end);
        var in = entry.has("zone") ? entry.get("zone").flatMap(WindowReader::zone) : Optional.of(zone);
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

    private static List<Day> days(YamlValue value) {
        var days = new ArrayList<Day>();
        var texts = value.isList() ? value.list() : List.of(value);
        if (texts.isEmpty()) {
            value.refuse("bad-value", Day.WANTED);
        }
        for (var text : texts) {
            text.text()
                    .ifPresent(words ->
                            Day.parse(words).ifPresentOrElse(days::add, () -> text.refuse("bad-value", Day.WANTED)));
        }
        return days;
    }

    private static Optional<LocalTime> time(YamlValue value) {
        return value.text().flatMap(text -> {
            if (!text.matches(TIME)) {
                value.refuse("bad-value", "a time of day from 00:00 to 23:59, such as 02:30");
                return Optional.empty();
            }
            return Optional.of(LocalTime.parse(text));
        });
    }

    private static Optional<LocalTime> end(YamlValue value) {
        return value.textIfAny().filter("24:00"::equals).isPresent() ? Optional.of(LocalTime.MIDNIGHT) : time(value);
    }

    private static Optional<ZoneId> zone(YamlValue value) {
        return value.text().flatMap(name -> {
            if (ZoneId.getAvailableZoneIds().contains(name)) {
                return Optional.of(ZoneId.of(name));
            }
            value.refuse("unknown-zone", near(name));
            return Optional.empty();
        });
    }

    /** The short names of old are so short that anything is near to one. */
    private static String near(String name) {
        var places = ZoneId.getAvailableZoneIds().stream()
                .filter(known -> known.contains("/"))
                .toList();
        return Nearest.to(name, places)
                .map(found -> "'" + found + "'")
                .orElse("a time zone's name, such as Europe/Berlin or UTC");
    }
}

package dev.handrail.ownership.rota;

import com.google.re2j.Pattern;
import dev.handrail.ownership.contact.ContactReader;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.ownership.maintenance.Day;
import dev.handrail.ownership.maintenance.WallClock;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the working hours and the rotation of an owner.
 *
 * @param people whom a rotation may name
 * @param zone of what names none
 */
public record RotaReader(ContactReader people, ZoneId zone) {
    private static final Set<String> HOURS_KEYS = Set.of("days", "from", "to", "zone");
    private static final Set<String> ROTATION_KEYS = Set.of("members", "start", "every", "at", "zone", "overrides");
    private static final Set<String> OVERRIDE_KEYS = Set.of("from", "to", "who");
    private static final Pattern SHIFT = Pattern.compile("[1-9][0-9]?d");

    public Optional<WorkingHours> hours(YamlMap entry) {
        entry.allowing(HOURS_KEYS);
        var days = entry.require("days", "the days on which they work, such as weekday")
                .map(RotaReader::days)
                .orElse(List.of());
        var from = entry.require("from", "when they begin, such as 09:00").flatMap(WallClock::time);
        var to = entry.require("to", "when they end, such as 18:00").flatMap(WallClock::end);
        var in = zone(entry);
        return days.isEmpty()
                ? Optional.empty()
                : from.flatMap(begin -> to.flatMap(end -> in.map(at -> new WorkingHours(days, begin, end, at))));
    }

    /** Returns the days of the week; what else a maintenance window may come on is no working day. */
    private static List<DayOfWeek> days(YamlValue value) {
        var found = new ArrayList<DayOfWeek>();
        for (var day : Day.read(value)) {
            if (day instanceof Day.OfWeek week) {
                found.addAll(week.days());
            } else {
                value.refuse("bad-value", "days of the week: day, weekday, weekend, or a day such as Monday");
            }
        }
        return found;
    }

    public Optional<Rotation> rotation(YamlMap entry) {
        entry.allowing(ROTATION_KEYS);
        var members = entry.require("members", "the people who take turns")
                .map(this::members)
                .orElse(List.of());
        var start = entry.require("start", "the day of the first shift, such as 2026-11-02")
                .flatMap(RotaReader::date);
        var days = entry.require("every", "how long a shift lasts, such as 7d").flatMap(RotaReader::shift);
        var at = entry.require("at", "when shifts change, such as 09:00").flatMap(WallClock::time);
        var in = zone(entry);
        var overrides = in.map(where -> overrides(entry, where)).orElse(List.of());
        if (members.isEmpty() || at.isEmpty() || in.isEmpty()) {
            return Optional.empty();
        }
        return start.flatMap(
                first -> days.map(length -> new Rotation(members, first, length, at.get(), in.get(), overrides)));
    }

    private List<String> members(YamlValue value) {
        var items = value.list();
        if (value.isList() && items.isEmpty()) {
            value.refuse("bad-value", "at least one of the people");
        }
        return items.stream()
                .flatMap(item -> people.person(item).map(Teammate::id).stream())
                .toList();
    }

    private List<Rotation.StandIn> overrides(YamlMap entry, ZoneId where) {
        return entry.list("overrides").stream()
                .flatMap(item -> item.map().stream())
                .flatMap(item -> override(item.allowing(OVERRIDE_KEYS), where).stream())
                .toList();
    }

    private Optional<Rotation.StandIn> override(YamlMap entry, ZoneId where) {
        var from = entry.require("from", "when it begins, such as 2026-12-24 09:00")
                .flatMap(value -> moment(value, where, false));
        var to = entry.require("to", "when it ends, such as 2026-12-27 09:00")
                .flatMap(value -> moment(value, where, true));
        var who = entry.require("who", "who is on call instead").flatMap(people::person);
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            entry.get("to").ifPresent(value -> value.refuse("bad-value", "a time after 'from'"));
            return Optional.empty();
        }
        return from.flatMap(begin ->
                to.flatMap(end -> who.map(person -> new Rotation.StandIn(begin, end, person.id()))));
    }

    private Optional<ZoneId> zone(YamlMap entry) {
        return entry.has("zone") ? entry.get("zone").flatMap(WallClock::zone) : Optional.of(zone);
    }

    private static Optional<Integer> shift(YamlValue value) {
        var text = value.text();
        text.filter(words -> !SHIFT.matches(words))
                .ifPresent(_ -> value.refuse("bad-value", "whole days, from 1d to 99d"));
        return text.filter(SHIFT::matches).map(words -> Integer.parseInt(words.substring(0, words.length() - 1)));
    }

    /** Reads the day of {@code 2026-11-02}. */
    public static Optional<LocalDate> date(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException _) {
                value.refuse("bad-value", "a day such as 2026-11-02");
                return Optional.empty();
            }
        });
    }

    private static Optional<Instant> moment(YamlValue value, ZoneId where, boolean last) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(WallClock.instant(LocalDateTime.parse(text.replace(' ', 'T')), where, last));
            } catch (DateTimeException _) {
                value.refuse("bad-value", "a day and a time of day, such as 2026-12-24 09:00");
                return Optional.empty();
            }
        });
    }
}

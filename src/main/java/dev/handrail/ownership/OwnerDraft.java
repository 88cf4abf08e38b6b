package dev.handrail.ownership;

import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An owner as its entry says, before its escalation's levels are looked up among the other owners.
 *
 * @param aliases the names by which OWNERS and CODEOWNERS files mean it, besides its id
 */
record OwnerDraft(
        OwnerId id,
        String name,
        List<Contact> contacts,
        Duration acknowledgeWithin,
        Duration stepWithin,
        List<YamlValue> escalation,
        List<Placed<String>> aliases) {
    private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofMinutes(5);
    private static final Duration STEP_WITHIN = Duration.ofMinutes(15);
    private static final List<String> NOT_YET_USED = List.of("working_hours", "rotation");
    private static final Set<String> KEYS = Set.of(
            "name",
            "aliases",
            "contacts",
            "acknowledge_within",
            "step_within",
            "escalation",
            "working_hours",
            "rotation");

    /** Returns the owner; empty, with the reason in {@code problems}, if it cannot be reached. */
    static Optional<OwnerDraft> read(String id, YamlMap entry, Problems problems) {
        entry.allowing(KEYS);
        NOT_YET_USED.stream()
                .filter(entry::has)
                .forEach(key -> problems.warning(
                        entry.at(key), "not-yet-used", "'" + key + "'", "nothing: Handrail does not use it yet"));
        var contacts = entry.list("contacts").stream()
                .flatMap(item -> ContactReader.read(item, problems).stream())
                .toList();
        if (contacts.isEmpty()) {
            problems.error(
                    entry.at("contacts"),
                    "owner-without-contact",
                    "no contact of '" + id + "' that can be told",
                    "a slack_user, slack_group or slack_channel");
            return Optional.empty();
        }
        return Optional.of(new OwnerDraft(
                new OwnerId(id),
                entry.text("name").orElse(id),
                contacts,
                entry.duration("acknowledge_within").orElse(ACKNOWLEDGE_WITHIN),
                entry.duration("step_within").orElse(STEP_WITHIN),
                entry.list("escalation"),
                aliases(entry)));
    }

    private static List<Placed<String>> aliases(YamlMap entry) {
        return entry.list("aliases").stream()
                .flatMap(value -> value.text().map(name -> new Placed<>(name, value.at())).stream())
                .toList();
    }

    /** Returns the level that tells this owner. */
    Level level(Duration wait) {
        return new Level(name, contacts, wait);
    }
}

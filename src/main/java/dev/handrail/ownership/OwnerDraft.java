package dev.handrail.ownership;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.ContactReader;
import dev.handrail.ownership.rota.RotaReader;
import dev.handrail.ownership.rota.Rotation;
import dev.handrail.ownership.rota.WorkingHours;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An owner as its entry says, before its escalation's levels are looked up among the other owners.
 *
 * @param aliases the names by which OWNERS and CODEOWNERS files mean it, besides its id
 */
record OwnerDraft(
        OwnerId id,
        String name,
        Reach reach,
        Times times,
        List<YamlValue> escalation,
        Optional<EscalationPolicy.Repeat> repeat,
        List<Authority> may,
        List<Placed<String>> aliases) {
    private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofMinutes(5);
    private static final Duration STEP_WITHIN = Duration.ofMinutes(15);
    private static final int MOST_ROUNDS = 20;
    private static final Set<String> REPEAT_KEYS = Set.of("rounds", "every");
    private static final Set<String> KEYS = Set.of(
            "name",
            "aliases",
            "contacts",
            "next_contact_after",
            "acknowledge_within",
            "step_within",
            "escalation",
            "repeat",
            "may",
            "working_hours",
            "rotation");

    /**
     * How it is told.
     *
     * @param between how long each contact has before the next; empty where all are told at once
     */
    record Reach(
            List<Contact> contacts,
            Optional<Duration> between,
            Optional<Roster> roster,
            Optional<WorkingHours> hours) {}

    record Times(Duration acknowledgeWithin, Duration stepWithin) {}

    /** Returns the owner; empty, with the reason among the problems, if it cannot be reached. */
    static Optional<OwnerDraft> read(String id, YamlMap entry, RotaReader reader) {
        entry.allowing(KEYS);
        var reach = reach(entry, reader);
        if (reach.contacts().isEmpty()) {
            reader.people()
                    .problems()
                    .error(
                            entry.at("contacts"),
                            "owner-without-contact",
                            "no contact of '" + id + "' that can be told",
                            "a person, slack_user, slack_group, slack_channel, email, pagerduty or webhook");
            return Optional.empty();
        }
        var times = new Times(
                entry.duration("acknowledge_within").orElse(ACKNOWLEDGE_WITHIN),
                entry.duration("step_within").orElse(STEP_WITHIN));
        return Optional.of(new OwnerDraft(
                new OwnerId(id),
                entry.text("name").orElse(id),
                reach,
                times,
                entry.list("escalation"),
                entry.map("repeat").map(OwnerDraft::repeat),
                may(entry),
                aliases(entry)));
    }

    private static Reach reach(YamlMap entry, RotaReader reader) {
        return new Reach(
                reader.people().read(entry.list("contacts")),
                entry.duration("next_contact_after"),
                entry.map("rotation").flatMap(reader::rotation).map(rotation -> roster(rotation, reader.people())),
                entry.map("working_hours").flatMap(reader::hours));
    }

    private static Roster roster(Rotation rotation, ContactReader reader) {
        var named = Stream.concat(
                rotation.members().stream(), rotation.overrides().stream().map(Rotation.StandIn::who));
        return new Roster(
                rotation,
                named.distinct()
                        .sorted()
                        .flatMap(id -> Optional.ofNullable(reader.people().get(id)).stream())
                        .toList());
    }

    private static EscalationPolicy.Repeat repeat(YamlMap entry) {
        entry.allowing(REPEAT_KEYS);
        var rounds = entry.get("rounds").flatMap(value -> value.integer(1, MOST_ROUNDS));
        return new EscalationPolicy.Repeat(rounds.orElse(1), entry.duration("every"));
    }

    private static List<Authority> may(YamlMap entry) {
        return entry.list("may").stream()
                .flatMap(value -> authority(value).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Authority> authority(YamlValue value) {
        return value.text().flatMap(word -> {
            var found = Authority.of(word);
            if (found.isEmpty()) {
                var words =
                        Arrays.stream(Authority.values()).map(Authority::word).toList();
                value.refuse("bad-value", Nearest.advice(word, words));
            }
            return found;
        });
    }

    private static List<Placed<String>> aliases(YamlMap entry) {
        return entry.list("aliases").stream()
                .flatMap(value -> value.text().map(name -> new Placed<>(name, value.at())).stream())
                .toList();
    }

    /** Returns the level that tells this owner. */
    Level level(Duration wait, Optional<Level.Only> only) {
        return new Level(name, reach.contacts(), wait, reach.between(), reach.roster(), only);
    }
}

package dev.handrail.ownership;

import dev.handrail.ownership.contact.ContactReader;
import dev.handrail.ownership.contact.PeopleReader;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.ownership.maintenance.WallClock;
import dev.handrail.ownership.rota.RotaReader;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What owners.yml says: the owners, and who is told when nobody else is named.
 *
 * @param ids of all entries, also of those that are at fault and not among the owners
 * @param aliases other names of owners, each with the id that it means
 * @param people by id
 * @param rules that name an owner by what an alert says
 */
record OwnersFile(
        Map<OwnerId, Owner> owners,
        OwnerId defaultOwner,
        Set<String> ids,
        Map<String, String> aliases,
        Map<String, Teammate> people,
        List<Catalogue.LabelRule> rules) {
    private static final Set<String> KEYS = Set.of("default", "zone", "people", "owners", "by_label");
    private static final Set<String> LEVEL_KEYS = Set.of("tell", "wait", "only");
    private static final String DURING = "working_hours";
    private static final String OUTSIDE = "outside_working_hours";

    /** Returns what the file says; with errors in {@code problems}, as much of it as can be made out. */
    static Optional<OwnersFile> read(Excerpt source, Problems problems) {
        return Yaml.readMap(source, problems).flatMap(file -> new Reading(file.allowing(KEYS), problems).read());
    }

    /** One reading of the file: an owner's levels can be told only when all owners' contacts are known. */
    private static final class Reading {
        private final YamlMap file;
        private final Problems problems;
        private final Set<String> ids = new LinkedHashSet<>();
        private final Map<String, OwnerDraft> drafts = new LinkedHashMap<>();

        Reading(YamlMap file, Problems problems) {
            this.file = file;
            this.problems = problems;
        }

        Optional<OwnersFile> read() {
            var people = file.map("people")
                    .map(map -> PeopleReader.read(map, problems))
                    .orElse(Map.of());
            var zone = file.get("zone").flatMap(WallClock::zone).orElse(ZoneOffset.UTC);
            var reader = new RotaReader(new ContactReader(people, problems), zone);
            file.require("owners", "the owners, each with its contacts")
                    .flatMap(YamlValue::map)
                    .ifPresent(map -> readDrafts(map, reader));
            var fallback = file.require("default", "the owner that is told when no other is named")
                    .flatMap(this::known);
            var owners = new LinkedHashMap<OwnerId, Owner>();
            drafts.values().forEach(draft -> owners.put(draft.id(), owner(draft, fallback)));
            var aliases = aliases();
            var rules = file.map("by_label").map(this::rules).orElse(List.of());
            return fallback.map(id -> new OwnersFile(owners, new OwnerId(id), ids, aliases, people, rules));
        }

        private List<Catalogue.LabelRule> rules(YamlMap labels) {
            var rules = new ArrayList<Catalogue.LabelRule>();
            labels.keys()
                    .forEach(label -> labels.map(label)
                            .ifPresent(values -> values.keys()
                                    .forEach(value -> values.get(value)
                                            .flatMap(this::known)
                                            .ifPresent(id -> rules.add(
                                                    new Catalogue.LabelRule(label, value, new OwnerId(id)))))));
            return rules;
        }

        private Map<String, String> aliases() {
            var aliases = new LinkedHashMap<String, String>();
            drafts.forEach((id, draft) -> draft.aliases().forEach(alias -> {
                var other = ids.contains(alias.value()) ? alias.value() : aliases.putIfAbsent(alias.value(), id);
                if (other != null && !other.equals(id)) {
                    problems.error(
                            alias.at(),
                            "duplicate-alias",
                            "'" + alias.value() + "', which means '" + other + "'",
                            "a name of this owner's own");
                }
            }));
            return aliases;
        }

        private void readDrafts(YamlMap owners, RotaReader reader) {
            ids.addAll(owners.keys());
            ids.forEach(id -> owners.map(id)
                    .flatMap(entry -> OwnerDraft.read(id, entry, reader))
                    .ifPresent(draft -> drafts.put(id, draft)));
        }

        private Optional<String> known(YamlValue value) {
            var id = value.text();
            id.filter(name -> !ids.contains(name))
                    .ifPresent(name -> value.refuse("unknown-owner", Nearest.advice(name, ids)));
            return id.filter(ids::contains);
        }

        private Owner owner(OwnerDraft draft, Optional<String> fallback) {
            var levels = new ArrayList<Level>();
            draft.escalation()
                    .forEach(
                            item -> item.map().flatMap(map -> level(map, draft)).ifPresent(levels::add));
            if (levels.isEmpty()) {
                levels.addAll(defaultLevels(draft, fallback));
            }
            refuseLimited(draft, levels.getLast());
            var times = draft.times();
            var policy = new EscalationPolicy(
                    levels, times.acknowledgeWithin(), times.stepWithin(), draft.repeat(), draft.may());
            return new Owner(draft.id(), draft.name(), policy);
        }

        /** Somebody must be told at every hour. */
        private static void refuseLimited(OwnerDraft draft, Level last) {
            if (last.only().isPresent()) {
                draft.escalation()
                        .getLast()
                        .refuse("last-level-limited", "a last level without 'only', which is told at any hour");
            }
        }

        /** The owner itself, then the default owner, once. */
        private List<Level> defaultLevels(OwnerDraft draft, Optional<String> fallback) {
            var told = new LinkedHashSet<OwnerDraft>();
            told.add(draft);
            fallback.map(drafts::get).ifPresent(told::add);
            return told.stream()
                    .map(each -> each.level(each.times().acknowledgeWithin(), Optional.empty()))
                    .toList();
        }

        private Optional<Level> level(YamlMap item, OwnerDraft draft) {
            item.allowing(LEVEL_KEYS);
            var wait = item.duration("wait").orElse(draft.times().acknowledgeWithin());
            return item.require("tell", "the owner that this level tells")
                    .flatMap(this::known)
                    .map(drafts::get)
                    .map(told -> told.level(wait, item.get("only").flatMap(value -> only(value, told))));
        }

        private static Optional<Level.Only> only(YamlValue value, OwnerDraft told) {
            var word = value.text();
            if (word.isPresent() && !word.get().equals(DURING) && !word.get().equals(OUTSIDE)) {
                value.refuse("bad-value", DURING + " or " + OUTSIDE);
                return Optional.empty();
            }
            if (word.isPresent() && told.reach().hours().isEmpty()) {
                value.refuse("no-working-hours", "'working_hours' at '" + told.id() + "', whom this level tells");
            }
            return word.flatMap(said -> told.reach().hours().map(hours -> new Level.Only(hours, said.equals(DURING))));
        }
    }
}

package dev.handrail.lint.check;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of an owner's contacts as owners.yml has them, also those that Handrail does not use yet, and where the entry stands.
 *
 * @param kinds {@code slack_user}, {@code email} and so on, in order
 */
record OwnerContacts(Position at, List<String> kinds) {
    OwnerContacts {
        kinds = List.copyOf(kinds);
    }

    /** Returns those of each owner, by id; of a file that cannot be made out, none. */
    static Map<String, OwnerContacts> of(Subject subject) {
        var contacts = new LinkedHashMap<String, OwnerContacts>();
        var text = subject.text(CatalogueReader.OWNERS);
        if (!text.isBlank()) {
            Yaml.readMap(Excerpt.whole(CatalogueReader.OWNERS, text), new Problems())
                    .flatMap(file -> file.map("owners"))
                    .ifPresent(owners -> owners.keys()
                            .forEach(id -> owners.map(id)
                                    .ifPresent(owner ->
                                            contacts.put(id, new OwnerContacts(owners.at(id), kinds(owner))))));
        }
        return contacts;
    }

    private static List<String> kinds(YamlMap owner) {
        return owner.list("contacts").stream()
                .flatMap(item -> item.map().stream())
                .flatMap(contact -> contact.keys().stream())
                .filter(key -> !key.startsWith("x-"))
                .toList();
    }

    boolean isOnlySlack() {
        return !kinds.isEmpty() && kinds.stream().allMatch(kind -> kind.startsWith("slack_"));
    }

    boolean hasPerson() {
        return kinds.contains("slack_user") || kinds.contains("slack_group");
    }

    /** Says whether it is one person for certain: a group may be any number. */
    boolean isOnePerson() {
        return kinds.stream().filter("slack_user"::equals).count() == 1 && !kinds.contains("slack_group");
    }
}

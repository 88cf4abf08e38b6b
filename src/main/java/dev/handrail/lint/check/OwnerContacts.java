package dev.handrail.lint.check;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of an owner's contacts as owners.yml has them, those of the people whom it names among them, and where the entry stands.
 *
 * @param kinds {@code slack_user}, {@code email} and so on, in order
 */
record OwnerContacts(Position at, List<String> kinds) {
    private static final String PERSON = "person ";

    OwnerContacts {
        kinds = List.copyOf(kinds);
    }

    /** Returns those of each owner, by id; of a file that cannot be made out, none. */
    static Map<String, OwnerContacts> of(Subject subject) {
        var contacts = new LinkedHashMap<String, OwnerContacts>();
        owners(subject).ifPresent(file -> {
            var people = kindsOfEach(file, "people");
            kindsOfEach(file, "owners")
                    .forEach((id, kinds) -> file.map("owners")
                            .ifPresent(owners ->
                                    contacts.put(id, new OwnerContacts(owners.at(id), resolved(kinds, people)))));
        });
        return contacts;
    }

    /** Returns owners.yml, if it can be made out; what is wrong in it is said elsewhere. */
    static Optional<YamlMap> owners(Subject subject) {
        var text = subject.text(CatalogueReader.OWNERS);
        return text.isBlank()
                ? Optional.empty()
                : Yaml.readMap(Excerpt.whole(CatalogueReader.OWNERS, text), new Problems());
    }

    private static Map<String, List<String>> kindsOfEach(YamlMap file, String key) {
        var kinds = new LinkedHashMap<String, List<String>>();
        file.map(key)
                .ifPresent(entries ->
                        entries.keys().forEach(id -> entries.map(id).ifPresent(entry -> kinds.put(id, kinds(entry)))));
        return kinds;
    }

    /** A person's are theirs, also where they only take turns. */
    private static List<String> kinds(YamlMap entry) {
        var kinds = new ArrayList<String>();
        entry.list("contacts").stream()
                .flatMap(item -> item.map().stream())
                .forEach(contact -> contact.keys().stream()
                        .filter(key -> !key.startsWith("x-") && !key.equals("secret"))
                        .map(key -> key.equals("person")
                                ? PERSON + contact.text(key).orElse("")
                                : key)
                        .forEach(kinds::add));
        entry.map("rotation").stream()
                .flatMap(rotation -> rotation.texts("members").stream())
                .forEach(member -> kinds.add(PERSON + member));
        return kinds;
    }

    private static List<String> resolved(List<String> kinds, Map<String, List<String>> people) {
        return kinds.stream()
                .flatMap(kind -> kind.startsWith(PERSON)
                        ? people.getOrDefault(kind.substring(PERSON.length()), List.of()).stream()
                        : Stream.of(kind))
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

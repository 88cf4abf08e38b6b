package dev.handrail.ownership.contact;

import dev.handrail.ownership.maintenance.WallClock;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the people of owners.yml. */
public final class PeopleReader {
    private static final Set<String> KEYS = Set.of("name", "zone", "contacts");

    private PeopleReader() {}

    /** Returns those who can be reached, by id and in order. */
    public static Map<String, Teammate> read(YamlMap people, Problems problems) {
        var contacts = new ContactReader(Map.of(), problems);
        var read = new LinkedHashMap<String, Teammate>();
        people.keys()
                .forEach(id -> people.map(id)
                        .flatMap(entry -> person(id, entry.allowing(KEYS), contacts))
                        .ifPresent(person -> read.put(id, person)));
        return read;
    }

    private static Optional<Teammate> person(String id, YamlMap entry, ContactReader reader) {
        var zone = entry.get("zone").flatMap(WallClock::zone);
        var contacts = reader.read(entry.list("contacts"));
        if (contacts.isEmpty()) {
            reader.problems()
                    .error(
                            entry.at("contacts"),
                            "owner-without-contact",
                            "no contact of '" + id + "' that can be told",
                            "a slack_user, email, pagerduty or webhook");
            return Optional.empty();
        }
        return Optional.of(new Teammate(id, entry.text("name").orElse(id), zone, contacts));
    }
}

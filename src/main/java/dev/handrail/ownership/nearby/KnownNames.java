package dev.handrail.ownership.nearby;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names by which OWNERS files may mean the owners of owners.yml: in any letters, with or without their {@code @}. */
public final class KnownNames {
    private final Map<String, String> owners = new TreeMap<>();

    /** @param aliases other names, each with the owner that it means */
    public KnownNames(Collection<String> ids, Map<String, String> aliases) {
        ids.forEach(id -> owners.put(plain(id), id));
        aliases.forEach((alias, id) -> owners.put(plain(alias), id));
    }

    /** Returns the owner that {@code written} means: by all of it, else, of a team {@code @org/team}, by its last part. */
    Optional<String> owner(String written) {
        var name = plain(written);
        return Optional.ofNullable(owners.get(name))
                .or(() -> Optional.of(name)
                        .filter(team -> team.contains("/"))
                        .map(team -> owners.get(team.substring(team.lastIndexOf('/') + 1))));
    }

    Collection<String> all() {
        return owners.values();
    }

    private static String plain(String name) {
        var bare = name.startsWith("@") ? name.substring(1) : name;
        return bare.toLowerCase(Locale.ROOT);
    }
}

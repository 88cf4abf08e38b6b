package dev.handrail.intake.mapping;

import dev.handrail.intake.translate.Alertmanager;
import dev.handrail.intake.translate.Translation;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Translations by the name of their source, as it stands in the path of an address. */
public final class Translations {
    private final Map<String, Translation> bySource;

    private Translations(Map<String, Translation> bySource) {
        this.bySource = bySource;
    }

    /** Returns the senders that Handrail knows by itself. */
    public static Translations builtIn() {
        return new Translations(Map.of(Alertmanager.SOURCE, new Alertmanager()));
    }

    public Optional<Translation> named(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    public SortedSet<String> sources() {
        return new TreeSet<>(bySource.keySet());
    }

    /** Returns these with one more, or with another for a source that is among them. */
    public Translations with(String source, Translation translation) {
        var more = new TreeMap<>(bySource);
        more.put(source, translation);
        return new Translations(more);
    }
}

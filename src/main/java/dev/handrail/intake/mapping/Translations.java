package dev.handrail.intake.mapping;

import dev.handrail.intake.translate.Alertmanager;
import dev.handrail.intake.translate.Translation;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Translations by the name of their source, as it stands in the path of an address. A mapping is read when first asked for. */
public final class Translations {
    private final Map<String, Translation> ready = new ConcurrentHashMap<>();

    private Translations() {}

    /** Returns the senders that Handrail knows by itself. */
    public static Translations builtIn() {
        return new Translations().with(Alertmanager.SOURCE, new Alertmanager());
    }

    public Optional<Translation> named(String source) {
        var found = Optional.ofNullable(ready.get(source));
        return found.isPresent() || !BuiltIn.MAPPED.contains(source)
                ? found
                : Optional.of(ready.computeIfAbsent(
                        source, name -> BuiltIn.mapping(name).orElseThrow()));
    }

    public SortedSet<String> sources() {
        var sources = new TreeSet<>(BuiltIn.MAPPED);
        sources.addAll(ready.keySet());
        return sources;
    }

    /** Returns these with one more, or with another for a source that is among them. */
    public Translations with(String source, Translation translation) {
        var more = new Translations();
        more.ready.putAll(ready);
        more.ready.put(source, translation);
        return more;
    }
}

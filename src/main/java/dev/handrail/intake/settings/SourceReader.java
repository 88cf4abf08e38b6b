package dev.handrail.intake.settings;

import dev.handrail.intake.door.Network;
import dev.handrail.intake.door.Rate;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.mapping.MappingReader;
import dev.handrail.intake.mapping.Translations;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.translate.Translation;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one source's file. */
final class SourceReader {
    private static final Set<String> KEYS = Set.of(
            "extends", "authentication", "addresses", "limit", "stale_after", "owner", "shadow", "keep_for", "redact");

    /** What Handrail calls its own alerts. */
    private static final Set<String> RESERVED = Set.of("handrail", "drill");

    private final Defaults defaults;
    private final ProofReader proofs;
    private final Problems problems;

    SourceReader(Defaults defaults, ProofReader proofs, Problems problems) {
        this.defaults = defaults;
        this.proofs = proofs;
        this.problems = problems;
    }

    /** What holds for a source whose file says nothing else. */
    record Defaults(Rate limit, Duration keepFor, boolean withoutEmail) {
        Source source(String name, String kind, Translation translation) {
            return new Source(
                    name,
                    kind,
                    translation,
                    new Source.Access(List.of(), List.of()),
                    Optional.of(limit),
                    new Source.Keeping(keepFor, withoutEmail),
                    new Source.Watch(Optional.empty(), Optional.empty()),
                    false);
        }
    }

    /** @param name the file's, which is the source's */
    Optional<Source> read(String name, YamlMap map) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}") || RESERVED.contains(name)) {
            problems.error(
                    map.at(),
                    "bad-source-name",
                    "a file called '" + name + "'",
                    "a name of at most 40 letters a-z, digits and hyphens, other than "
                            + String.join(" and ", RESERVED));
        }
        if (MappingReader.isMapping(map)) {
            return MappingReader.read(name, map, problems)
                    .map(own -> source(name, map.text("extends").orElse(name), own, map));
        }
        map.allowing(KEYS);
        var kind = map.text("extends").orElse(name);
        var translation = Translations.builtIn().named(kind);
        if (translation.isEmpty()) {
            problems.error(
                    map.has("extends") ? map.at("extends") : map.at(),
                    "unknown-source",
                    map.has("extends")
                            ? "extends '" + kind + "'"
                            : "no 'extends', and no built-in source '" + name + "'",
                    "extends: " + Nearest.advice(kind, Translations.builtIn().sources()));
        }
        return translation.map(known -> source(name, kind, known, map));
    }

    private Source source(String name, String kind, Translation translation, YamlMap map) {
        return new Source(
                name,
                kind,
                translation,
                access(map),
                Optional.of(map.get("limit").flatMap(this::rate).orElse(defaults.limit())),
                new Source.Keeping(
                        map.duration("keep_for").orElse(defaults.keepFor()),
                        map.get("redact").map(this::withoutEmail).orElse(defaults.withoutEmail())),
                new Source.Watch(map.duration("stale_after"), map.text("owner")),
                map.get("shadow").flatMap(YamlValue::truth).orElse(false));
    }

    private Source.Access access(YamlMap map) {
        var addresses = map.get("addresses").map(this::networks).orElse(List.of());
        var before = problems.count();
        var shown = map.map("authentication").map(proofs::read).orElse(List.of());
        if (map.has("authentication") && shown.isEmpty() && problems.count() == before) {
            problems.error(
                    map.at("authentication"), "empty", "'authentication' with nothing in it", "what the sender shows");
        }
        if (addresses.isEmpty() && shown.stream().anyMatch(Proof.Nothing.class::isInstance)) {
            problems.error(
                    map.at("authentication"),
                    "open-door",
                    "'none' and no 'addresses'",
                    "addresses: a list of who may send, as anybody else may too otherwise");
        }
        return new Source.Access(shown, addresses);
    }

    private List<Network> networks(YamlValue value) {
        return value.list().stream().flatMap(item -> network(item).stream()).toList();
    }

    private Optional<Network> network(YamlValue item) {
        return item.text().flatMap(text -> {
            var network = Network.parse(text);
            if (network.isEmpty()) {
                item.refuse("bad-address", Network.WANTED);
            }
            return network;
        });
    }

    private Optional<Rate> rate(YamlValue value) {
        return value.text().flatMap(text -> {
            var rate = Rate.parse(text);
            if (rate.isEmpty()) {
                value.refuse("bad-limit", Rate.WANTED);
            }
            return rate;
        });
    }

    private boolean withoutEmail(YamlValue value) {
        var words = value.isList() ? value.list() : List.of(value);
        words.stream()
                .filter(word -> !word.textIfAny().equals(Optional.of("email")))
                .forEach(word -> word.refuse("bad-value", "email"));
        return !words.isEmpty();
    }
}

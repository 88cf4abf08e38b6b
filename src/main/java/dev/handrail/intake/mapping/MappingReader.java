package dev.handrail.intake.mapping;

import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a source's file: what it says of translating. What it says of who may send is read elsewhere. */
public final class MappingReader {
    /** What the same file says of the way in: who may send, how much, and what is kept. */
    public static final Set<String> OTHER_KEYS =
            Set.of("authentication", "addresses", "limit", "stale_after", "owner", "shadow", "keep_for", "redact");

    private static final Set<String> HEAD = Set.of("source", "sender", "extends", "shapes");
    private static final String NAME_FORM = "[a-z0-9][a-z0-9-]{0,39}";

    private final Problems problems;

    private MappingReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * What came of reading.
     *
     * @param mapping empty if the file has errors
     */
    public record Reading(Optional<Mapping> mapping, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** @param file its path; its name without the ending is the source's, if the file says no other */
    public static Reading read(String file, String text) {
        var problems = new Problems();
        var mapping = Yaml.readMap(Excerpt.whole(file, text), problems).flatMap(map -> {
            var name = map.text("source").orElseGet(() -> baseName(file));
            return new MappingReader(problems).mapping(name, map);
        });
        return new Reading(problems.hasErrors() ? Optional.empty() : mapping, problems.sorted());
    }

    /**
     * Reads a file that is already YAML. Keys of {@link #OTHER_KEYS} are left alone; what is wrong is in {@code problems}.
     *
     * @param name the source's, which is the file's
     */
    public static Optional<Mapping> read(String name, YamlMap file, Problems problems) {
        file.get("source")
                .filter(said -> !said.textIfAny().equals(Optional.of(name)))
                .ifPresent(said -> said.refuse("bad-value", "'" + name + "', as the file is called, or no 'source'"));
        return new MappingReader(problems).mapping(name, file);
    }

    /** Says whether a file translates at all; one that does not only sets up a source that is built in. */
    public static boolean isMapping(YamlMap file) {
        return file.has("shapes") || ShapeReader.KEYS.stream().anyMatch(file::has);
    }

    private static String baseName(String file) {
        var name = file.substring(file.lastIndexOf('/') + 1);
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private Optional<Mapping> mapping(String name, YamlMap file) {
        var before = problems.count();
        var known = new HashSet<>(OTHER_KEYS);
        known.addAll(HEAD);
        known.addAll(ShapeReader.KEYS);
        file.allowing(known);
        if (!name.matches(NAME_FORM)) {
            var at = file.has("source") ? file.get("source").orElseThrow().at() : file.at();
            problems.error(at, "bad-value", "the name '" + name + "'", "a-z, 0-9 and -, at most 40 characters");
        }
        var parent = parent(file);
        var sender = file.map("sender").map(map -> map.allowing(Set.of("name", "docs")));
        var shapes = shapes(file, parent);
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new Mapping(
                        name,
                        sender.flatMap(map -> map.text("name")).orElse(name),
                        sender.flatMap(map -> map.text("docs")).orElse(""),
                        shapes));
    }

    /** Extending is one level deep: what is built in extends nothing. */
    private Optional<YamlMap> parent(YamlMap file) {
        return file.get("extends")
                .flatMap(value -> value.text().flatMap(name -> {
                    var text = BuiltIn.text(name);
                    if (text.isEmpty()) {
                        value.refuse(
                                "bad-value",
                                "the name of a mapping that is built in: one of " + String.join(", ", BuiltIn.MAPPED));
                    }
                    return text.flatMap(found -> Yaml.readMap(Excerpt.whole(name + ".yml", found), problems));
                }));
    }

    private List<Shape> shapes(YamlMap file, Optional<YamlMap> parent) {
        var shapes = new ArrayList<Shape>();
        maps(file).forEach(own -> {
            own.allowing(ShapeReader.KEYS);
            shapes.add(new ShapeReader(problems, layers(Stream.of(own, file), parent)).read(own));
        });
        parent.ifPresent(above ->
                maps(above).forEach(own -> shapes.add(new ShapeReader(problems, List.of(file, own, above)).read(own))));
        if (shapes.isEmpty()) {
            shapes.add(new ShapeReader(problems, layers(Stream.of(file), parent)).read(file));
        }
        return shapes;
    }

    private static List<YamlMap> maps(YamlMap file) {
        return file.list("shapes").stream()
                .flatMap(value -> value.map().stream())
                .toList();
    }

    private static List<YamlMap> layers(Stream<YamlMap> nearest, Optional<YamlMap> parent) {
        return Stream.concat(nearest, parent.stream()).toList();
    }
}

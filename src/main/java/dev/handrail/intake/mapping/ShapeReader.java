package dev.handrail.intake.mapping;

import dev.handrail.intake.expression.Expression;
import dev.handrail.intake.expression.ExpressionText;
import dev.handrail.intake.mapping.StatusWords.Meaning;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one shape: what it says itself, and where it is silent what the file around it says, and the file that this extends. */
final class ShapeReader {
    static final Set<String> KEYS = Stream.concat(
                    Arrays.stream(Key.values()).map(Key::word),
                    Stream.of("shape", "let", "status", "labels", "annotations", "fingerprint", "leave_out"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> GIVEN = Set.of("body", "headers", "received");

    private final Problems problems;

    /** The nearest first. */
    private final List<YamlMap> layers;

    ShapeReader(Problems problems, List<YamlMap> layers) {
        this.problems = problems;
        this.layers = layers;
    }

    Shape read(YamlMap own) {
        var variables = variables();
        var known = new HashSet<>(GIVEN);
        variables.forEach(variable -> known.add(variable.name()));
        var expressions = new EnumMap<Key, Expression>(Key.class);
        for (var key : Key.values()) {
            var names = key == Key.ANSWER ? with(known, "fingerprint") : isOfDelivery(key) ? GIVEN : known;
            find(key.word()).flatMap(value -> expression(value, names)).ifPresent(found -> expressions.put(key, found));
        }
        return new Shape(
                own.text("shape").orElse("a body as the mapping has it"),
                expressions,
                variables,
                status(known),
                named("labels", known),
                named("annotations", known),
                identity(known),
                leaveOut());
    }

    /** Variables belong to an alert; these are asked before there is one. */
    private static boolean isOfDelivery(Key key) {
        return switch (key) {
            case WHEN, ALERTS, PROBLEMS, CONFIRM, ANSWER -> true;
            case SKIP, NAME, SEVERITY, STARTS_AT, ENDS_AT, GROUP_KEY, LINK, UNMATCHED_IGNORED -> false;
        };
    }

    private static Set<String> with(Set<String> names, String one) {
        return Stream.concat(names.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    private Optional<YamlValue> find(String key) {
        return layers.stream().flatMap(layer -> layer.get(key).stream()).findFirst();
    }

    private List<Named> variables() {
        var found = merged("let");
        var known = new HashSet<>(GIVEN);
        var variables = new ArrayList<Named>();
        found.forEach((name, value) -> {
            expression(value, known).ifPresent(expression -> variables.add(new Named(name, expression)));
            known.add(name);
        });
        return variables;
    }

    private List<Named> named(String key, Set<String> known) {
        var named = new ArrayList<Named>();
        merged(key)
                .forEach((name, value) ->
                        expression(value, known).ifPresent(expression -> named.add(new Named(name, expression))));
        return named;
    }

    /** The farthest first, so that what is nearer comes after it and may replace it. */
    private Map<String, YamlValue> merged(String key) {
        var merged = new LinkedHashMap<String, YamlValue>();
        for (var layer : layers.reversed()) {
            layer.map(key)
                    .ifPresent(map -> map.keys()
                            .forEach(name -> map.get(name).ifPresent(value -> {
                                merged.remove(name);
                                merged.put(name, value);
                            })));
        }
        return merged;
    }

    private Optional<Expression> expression(YamlValue value, Set<String> known) {
        return value.text().flatMap(text -> {
            try {
                var expression = Expression.compile(text);
                ExpressionText.check(text, known)
                        .ifPresent(fault -> problems.error(
                                value.at(fault.offset()), "bad-expression", fault.found(), fault.wanted()));
                return Optional.of(expression);
            } catch (Expression.InvalidExpressionException e) {
                problems.error(
                        value.at(e.offset()), "bad-expression", String.valueOf(e.getMessage()), "a JSONata expression");
                return Optional.empty();
            }
        });
    }

    private StatusWords status(Set<String> known) {
        var value = find("status");
        if (value.isEmpty()) {
            problems.error(
                    layers.getFirst().at(),
                    "missing-key",
                    "no 'status'",
                    "firing, or 'of' with the words for firing and resolved");
            return StatusWords.always(Meaning.FIRING);
        }
        return value.get().isMap()
                ? value.get().map().map(map -> words(map, known)).orElseThrow()
                : StatusWords.always(meaning(value.get()).orElse(Meaning.FIRING));
    }

    private StatusWords words(YamlMap map, Set<String> known) {
        map.allowing(Set.of("of", "firing", "resolved", "skipped", "otherwise"));
        var words = new HashMap<String, Meaning>();
        for (var meaning : Meaning.values()) {
            map.texts(word(meaning)).forEach(word -> words.put(word.toLowerCase(Locale.ROOT), meaning));
        }
        return new StatusWords(
                map.require("of", "the expression that gives the sender's word").flatMap(of -> expression(of, known)),
                words,
                map.get("otherwise").flatMap(this::meaning));
    }

    private Optional<Meaning> meaning(YamlValue value) {
        return value.text().flatMap(text -> {
            var meaning = Arrays.stream(Meaning.values())
                    .filter(candidate -> word(candidate).equals(text))
                    .findFirst();
            if (meaning.isEmpty()) {
                value.refuse("bad-value", "firing, resolved or skipped");
            }
            return meaning;
        });
    }

    private static String word(Meaning meaning) {
        return meaning.name().toLowerCase(Locale.ROOT);
    }

    private Shape.Identity identity(Set<String> known) {
        return find("fingerprint")
                .<Shape.Identity>flatMap(value -> value.isList()
                        ? Optional.of(new Shape.Identity.SomeLabels(value.list().stream()
                                .flatMap(item -> item.text().stream())
                                .toList()))
                        : expression(value, known).map(Shape.Identity.Own::new))
                .orElseGet(Shape.Identity.AllLabels::new);
    }

    private Set<String> leaveOut() {
        var names = new TreeSet<String>();
        layers.forEach(layer -> names.addAll(layer.texts("leave_out")));
        return names;
    }
}

package dev.handrail.intake.mapping;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.intake.expression.Expression;
import dev.handrail.intake.expression.Values;
import dev.handrail.intake.translate.Times;
import dev.handrail.intake.translate.UntranslatableException;
import dev.handrail.intake.translate.Wording;
import dev.handrail.platform.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One alert of a delivery, as its shape has it. */
record AlertMapping(String source, Shape shape, Instant receivedAt, Scope scope) {
    private static final String SEVERITY_LABEL = "severity";
    private static final int LONGEST_FINGERPRINT = 64;
    private static final int MOST_LABELS = 100;

    /** What came of it. */
    sealed interface Result {}

    record Mapped(Alert alert) implements Result {}

    /** @param why for people */
    record Passed(String why) implements Result {}

    /** @param unmapped gives what no expression has looked at, once all have */
    Result map(Function<Object, Map<String, String>> unmapped) throws UntranslatableException {
        for (var variable : shape.variables()) {
            var value = scope.value("let." + variable.name(), variable.expression());
            if (value != null) {
                scope.set(variable.name(), value);
            }
        }
        var skipped = scope.text(Key.SKIP, shape);
        if (skipped.isPresent()) {
            return new Passed(placed(skipped.get()));
        }
        var word = word();
        var status = status(word);
        if (status.isEmpty()) {
            return new Passed(placed("'%s' neither begins nor ends anything".formatted(Wording.bounded(word, 60))));
        }
        return new Mapped(alert(status.get(), unmapped));
    }

    private Alert alert(Alert.Status status, Function<Object, Map<String, String>> unmapped)
            throws UntranslatableException {
        var labels = labels();
        var fingerprint = fingerprint(labels);
        var groupKey = scope.text(Key.GROUP_KEY, shape).orElse(labels.getOrDefault(Alert.NAME_LABEL, ""));
        var startsAt = time(Key.STARTS_AT).orElse(receivedAt);
        var endsAt = time(Key.ENDS_AT);
        var annotations = annotations();
        var input = scope.input();
        if (input != null) {
            unmapped.apply(input).forEach((name, value) -> {
                if (!isOurs(name) && !name.equals("owner")) {
                    annotations.putIfAbsent(name, value);
                }
            });
        }
        return new Alert(
                source,
                Wording.label(groupKey),
                fingerprint,
                status,
                labels,
                annotations,
                startsAt,
                status == Alert.Status.RESOLVED ? endsAt : Optional.empty());
    }

    private String word() throws UntranslatableException {
        var of = shape.status().of();
        return of.isEmpty() ? "" : Values.text(scope.value("status", of.get())).strip();
    }

    private Optional<Alert.Status> status(String word) throws UntranslatableException {
        try {
            return shape.status().status(word);
        } catch (UntranslatableException e) {
            var of = shape.status().of();
            throw of.isEmpty() ? e : scope.at("status", of.get(), e);
        }
    }

    private Map<String, String> labels() throws UntranslatableException {
        var labels = new TreeMap<String, String>();
        for (var label : shape.labels()) {
            entries("labels", label).forEach((name, value) -> {
                if (!value.isBlank() && labels.size() < MOST_LABELS) {
                    labels.put(Wording.name(name), Wording.label(value.strip()));
                }
            });
        }
        scope.text(Key.NAME, shape).ifPresent(name -> labels.put(Alert.NAME_LABEL, Wording.label(name)));
        scope.text(Key.SEVERITY, shape).ifPresent(word -> labels.put(SEVERITY_LABEL, Wording.label(word)));
        if (labels.isEmpty()) {
            throw new UntranslatableException(
                    placed("labels: found nothing, wanted at least one label, as they identify the alert"));
        }
        return labels;
    }

    private Map<String, String> annotations() throws UntranslatableException {
        var annotations = new LinkedHashMap<String, String>();
        for (var annotation : shape.annotations()) {
            entries("annotations", annotation).forEach((name, value) -> {
                if (!value.isBlank() && annotations.size() < MOST_LABELS && !isOurs(name)) {
                    annotations.put(Wording.bounded(name, 200), Wording.annotation(value));
                }
            });
        }
        scope.text(Key.LINK, shape).ifPresent(link -> annotations.put(Alert.LINK_ANNOTATION, Wording.label(link)));
        var ignored = shape.expression(Key.UNMATCHED_IGNORED);
        if (ignored.isPresent() && Mapping.isTrue(scope.value(Key.UNMATCHED_IGNORED, ignored.get()))) {
            annotations.put(Alert.UNMATCHED_ANNOTATION, "ignore");
        }
        return annotations;
    }

    /** A sender must not say what only a mapping may. */
    private static boolean isOurs(String annotation) {
        return annotation.startsWith("handrail_");
    }

    private Map<String, String> entries(String key, Named named) throws UntranslatableException {
        var value = scope.value(key + "." + named.name(), named.expression());
        if (!named.isMany()) {
            return Map.of(named.name(), Values.text(value));
        }
        var many = new LinkedHashMap<String, String>();
        for (var part : Values.list(value)) {
            if (!(part instanceof Map<?, ?> map)) {
                throw new UntranslatableException(placed("%s: found %s, wanted an object of text"
                        .formatted(named.expression().text(), Mapping.kind(part))));
            }
            map.forEach((name, inner) -> many.put(String.valueOf(name), Values.text(inner)));
        }
        return many;
    }

    private Fingerprint fingerprint(Map<String, String> labels) throws UntranslatableException {
        return switch (shape.identity()) {
            case Shape.Identity.AllLabels() -> ofLabels(labels);
            case Shape.Identity.SomeLabels(List<String> names) -> {
                var some = new TreeMap<>(labels);
                some.keySet().retainAll(names);
                yield some.isEmpty() ? ofLabels(labels) : Fingerprint.of(some);
            }
            case Shape.Identity.Own(Expression expression) -> {
                var own = Wording.bounded(
                        Values.text(scope.value("fingerprint", expression)).strip(), 100_000);
                yield own.isEmpty()
                        ? ofLabels(labels)
                        : new Fingerprint(own.length() <= LONGEST_FINGERPRINT ? own : Sha256.of(own));
            }
        };
    }

    private static Fingerprint ofLabels(Map<String, String> labels) {
        var lasting = new TreeMap<>(labels);
        lasting.remove(SEVERITY_LABEL);
        return Fingerprint.of(lasting.isEmpty() ? labels : lasting);
    }

    private Optional<Instant> time(Key key) throws UntranslatableException {
        var text = scope.text(key, shape);
        try {
            return text.isEmpty() ? Optional.empty() : Times.parse(text.get());
        } catch (UntranslatableException e) {
            throw scope.at(key.word(), shape.expression(key).orElseThrow(), e);
        }
    }

    private String placed(String words) {
        return scope.path().isEmpty() ? words : scope.path() + ": " + words;
    }
}

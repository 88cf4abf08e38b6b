package dev.handrail.intake.mapping;

import dev.handrail.alert.Alert;
import dev.handrail.intake.expression.Expression;
import dev.handrail.intake.expression.Fields;
import dev.handrail.intake.expression.Values;
import dev.handrail.intake.translate.Request;
import dev.handrail.intake.translate.Sent;
import dev.handrail.intake.translate.Translated;
import dev.handrail.intake.translate.Translation;
import dev.handrail.intake.translate.UntranslatableException;
import dev.handrail.intake.translate.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A translation that somebody wrote down: the first of its shapes that a body has says what is where.
 *
 * @param source the way in, as in {@code POST /v1/alerts/SOURCE}
 * @param sender what people call whoever sends this
 * @param docs where the sender documents what it sends; empty if nowhere
 */
public record Mapping(String source, String sender, String docs, List<Shape> shapes) implements Translation {
    private static final int MOST_ALERTS = 10_000;

    public Mapping {
        shapes = List.copyOf(shapes);
    }

    @Override
    public Translated translate(Sent sent) {
        var scope = Scope.of(sent);
        try {
            for (var shape : shapes) {
                if (fits(shape, scope)) {
                    return new Delivery(this, shape, sent, scope).translate();
                }
            }
            return Translated.problem(unknown(scope.input()));
        } catch (UntranslatableException e) {
            return Translated.problem(e.message());
        }
    }

    private static boolean fits(Shape shape, Scope scope) throws UntranslatableException {
        var when = shape.expression(Key.WHEN);
        return when.isEmpty() || isTrue(scope.value(Key.WHEN, when.get()));
    }

    /** As JSONata has it: nothing, false, 0, and what is empty are not true. */
    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case List<?> list -> list.stream().anyMatch(Mapping::isTrue);
            case Map<?, ?> map -> !map.isEmpty();
            case Object other -> !other.toString().isEmpty();
        };
    }

    private String unknown(@Nullable Object body) {
        var wanted = shapes.stream().map(Shape::name).collect(Collectors.joining(", or "));
        return "body: found %s, wanted %s".formatted(kind(body), wanted);
    }

    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Fields fields when fields.isEmpty() -> "an empty object";
            case Fields fields -> "an object with " + names(fields);
            case List<?> list -> "a list of " + list.size();
            case String text -> "the text '" + Wording.bounded(text, 40) + "'";
            case Object other -> Wording.bounded(other.toString(), 40);
        };
    }

    private static String names(Fields fields) {
        var names = new ArrayList<String>();
        fields.visit((name, _, _) -> names.add(Wording.bounded(name, 40)));
        return String.join(", ", names.subList(0, Math.min(8, names.size()))) + (names.size() > 8 ? ", ..." : "");
    }

    /** One delivery on its way through one shape. */
    private record Delivery(Mapping mapping, Shape shape, Sent sent, Scope scope) {
        private Translated translate() throws UntranslatableException {
            var alerts = new ArrayList<Alert>();
            var problems = new ArrayList<String>();
            var passedOver = new ArrayList<String>();
            var items = items();
            var unmapped = new Unmapped(scope.input(), items, shape.leaveOut());
            for (var i = 0; i < Math.min(MOST_ALERTS, items.size()); i++) {
                try {
                    switch (alert(items.get(i), i, unmapped)) {
                        case AlertMapping.Passed passed -> passedOver.add(passed.why());
                        case AlertMapping.Mapped mapped -> alerts.add(mapped.alert());
                    }
                } catch (UntranslatableException e) {
                    problems.add(e.message());
                }
            }
            if (items.size() > MOST_ALERTS) {
                problems.add("%d alerts: wanted at most %d in one delivery".formatted(items.size(), MOST_ALERTS));
            }
            try {
                problems.addAll(ownProblems());
                return new Translated(alerts, problems, passedOver, request(alerts));
            } catch (UntranslatableException e) {
                problems.add(e.message());
                return new Translated(alerts, problems, passedOver, Optional.empty());
            }
        }

        private List<?> items() throws UntranslatableException {
            var where = shape.expression(Key.ALERTS);
            var found = where.isEmpty() ? scope.input() : scope.value(Key.ALERTS, where.get());
            if (found == null) {
                throw new UntranslatableException("%s: found nothing, wanted the alerts"
                        .formatted(where.map(Expression::text).orElse("body")));
            }
            return Values.list(found);
        }

        private AlertMapping.Result alert(Object item, int index, Unmapped unmapped) throws UntranslatableException {
            var where = shape.expression(Key.ALERTS).filter(Expression::isPath).map(Expression::text);
            var isBody = Unmapped.isSame(item, scope.input());
            var path = isBody ? "" : where.orElse("alerts") + "[" + index + "]";
            if (!(item instanceof Map<?, ?>) && !isBody) {
                throw new UntranslatableException(path + ": found " + kind(item) + ", wanted an object");
            }
            return new AlertMapping(mapping.source(), shape, sent.receivedAt(), scope.within(path, item))
                    .map(unmapped::of);
        }

        private List<String> ownProblems() throws UntranslatableException {
            var expression = shape.expression(Key.PROBLEMS);
            return expression.isEmpty()
                    ? List.of()
                    : Values.list(scope.value(Key.PROBLEMS, expression.get())).stream()
                            .map(Values::text)
                            .map(Wording::label)
                            .toList();
        }

        private Optional<Request> request(List<Alert> alerts) throws UntranslatableException {
            var address = scope.text(Key.CONFIRM, shape);
            if (address.isPresent()) {
                return Optional.of(new Request.Confirmation(address.get()));
            }
            var expression = shape.expression(Key.ANSWER);
            if (expression.isEmpty()) {
                return Optional.empty();
            }
            if (!alerts.isEmpty()) {
                scope.set("fingerprint", alerts.getFirst().fingerprint().value());
            }
            var answer = scope.value(Key.ANSWER, expression.get());
            return Optional.of(
                    answer instanceof Map<?, ?> || answer instanceof List<?>
                            ? new Request.Answer("application/json", Values.text(answer))
                            : new Request.Answer("text/plain", Values.text(answer)));
        }
    }

    /** Returns the shapes' names, for people. */
    public List<String> shapeNames() {
        return shapes.stream().map(Shape::name).toList();
    }
}

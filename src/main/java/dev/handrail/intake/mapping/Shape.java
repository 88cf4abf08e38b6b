package dev.handrail.intake.mapping;

import dev.handrail.intake.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One form that a sender's bodies have, and what is where in it. A sender that changed its format over the years has several.
 *
 * @param name for people
 * @param identity what its fingerprint is made of: an expression, or labels
 * @param leaveOut dotted names of what is not kept even as an annotation
 */
record Shape(
        String name,
        Map<Key, Expression> expressions,
        List<Named> variables,
        StatusWords status,
        List<Named> labels,
        List<Named> annotations,
        Identity identity,
        Set<String> leaveOut) {
    /** What stays the same from firing to resolved. */
    sealed interface Identity {
        /** All labels save the severity, which may change while the condition lasts. */
        record AllLabels() implements Identity {}

        record SomeLabels(List<String> names) implements Identity {
            public SomeLabels {
                names = List.copyOf(names);
            }
        }

        record Own(Expression expression) implements Identity {}
    }

    Shape {
        expressions = Map.copyOf(expressions);
        variables = List.copyOf(variables);
        labels = List.copyOf(labels);
        annotations = List.copyOf(annotations);
        leaveOut = Set.copyOf(leaveOut);
    }

    Optional<Expression> expression(Key key) {
        return Optional.ofNullable(expressions.get(key));
    }
}

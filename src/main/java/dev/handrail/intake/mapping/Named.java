package dev.handrail.intake.mapping;

import dev.handrail.intake.expression.Expression;

/**
 * A label, an annotation or a variable, and what it is.
 *
 * @param name {@link #ALL} for an expression that gives many at once, by name
 */
record Named(String name, Expression expression) {
    static final String ALL = "*";

    boolean isMany() {
        return name.equals(ALL);
    }
}

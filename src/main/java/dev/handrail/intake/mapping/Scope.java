package dev.handrail.intake.mapping;

import dev.handrail.intake.expression.Expression;
import dev.handrail.intake.expression.Fields;
import dev.handrail.intake.expression.Values;
import dev.handrail.intake.translate.Sent;
import dev.handrail.intake.translate.UntranslatableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What expressions see: one alert as their input, the delivery around it as {@code $body}, {@code $headers}, {@code $received}. */
final class Scope {
    private final String path;
    private final @Nullable Object input;
    private final Map<String, Object> variables;

    private Scope(String path, @Nullable Object input, Map<String, Object> variables) {
        this.path = path;
        this.input = input;
        this.variables = variables;
    }

    static Scope of(Sent sent) {
        var body = Fields.of(sent.body());
        var variables = new HashMap<String, Object>();
        variables.put("headers", sent.headers());
        variables.put("received", sent.receivedAt().toString());
        if (body != null) {
            variables.put("body", body);
        }
        return new Scope("", body, variables);
    }

    /** Returns the scope of one alert of the delivery. */
    Scope within(String path, Object input) {
        return new Scope(path, input, new HashMap<>(variables));
    }

    @Nullable
    Object input() {
        return input;
    }

    void set(String name, Object value) {
        variables.put(name, value);
    }

    @Nullable
    Object value(Key key, Expression expression) throws UntranslatableException {
        return value(key.word(), expression);
    }

    /** @param key what the author calls it, for the message where it fails */
    @Nullable
    Object value(String key, Expression expression) throws UntranslatableException {
        try {
            return expression.of(input, variables);
        } catch (UntranslatableException e) {
            throw new UntranslatableException(join(path, key) + ": " + e.message(), e);
        }
    }

    /** Returns the text; empty for a blank one. */
    Optional<String> text(Key key, Shape shape) throws UntranslatableException {
        var expression = shape.expression(key);
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        var text = Values.text(value(key, expression.get())).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Returns the same exception with the path in front: {@code alerts[2].startsAt: found ...}. */
    UntranslatableException at(String key, Expression expression, UntranslatableException e) {
        var where = expression.isPath() ? join(path, expression.text()) : join(path, key);
        return new UntranslatableException(where + ": " + e.message(), e);
    }

    String path() {
        return path;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

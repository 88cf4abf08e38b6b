package dev.handrail.platform.rows;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that rows are written to.
 *
 * @param type what its texts are read as; empty for a text
 * @param value what a row has in it: its {@code toString} is what the database reads
 */
public record Column<T>(String name, String type, Function<T, @Nullable Object> value) {
    public static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "", value);
    }

    public static <T> Column<T> number(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "bigint", value);
    }

    public static <T> Column<T> flag(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "boolean", value);
    }

    public static <T> Column<T> time(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "timestamp with time zone", value);
    }

    @Nullable
    String text(T row) {
        return Objects.toString(value.apply(row), null);
    }

    /** Returns the expression that makes a value of a text of the same name. */
    String fromText() {
        return type.isEmpty() ? name : "cast(%s as %s)".formatted(name, type);
    }
}

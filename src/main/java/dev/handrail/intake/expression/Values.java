package dev.handrail.intake.expression;

import com.dashjoin.jsonata.Jsonata;
import dev.handrail.platform.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What expressions give, as text. */
public final class Values {
    private Values() {}

    /** Returns the text; the empty one for nothing. Lists of plain values are joined, everything else is JSON. */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Double number -> decimal(number);
            case List<?> list
            when list.stream().allMatch(Values::isPlain) ->
                String.join(", ", list.stream().map(Values::text).toList());
            case Object other when isPlain(other) -> isNothing(other) ? "" : other.toString();
            case Object other -> isData(other) ? json(other) : "";
        };
    }

    private static String json(Object data) {
        var plain = plain(data);
        return plain == null ? "" : Json.write(plain);
    }

    /** Returns the value as a list: nothing is an empty one, one thing a list of it. */
    public static List<?> list(@Nullable Object value) {
        return value == null || isNothing(value) ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    /** Says whether there is nothing, or JSONata's null. */
    static boolean isNothing(@Nullable Object value) {
        return value == null || Jsonata.NULL_VALUE.equals(value);
    }

    private static boolean isPlain(@Nullable Object value) {
        return isNothing(value) || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** An expression may give a function. */
    private static boolean isData(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, inner) -> copy.put(String.valueOf(name), plain(inner)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(inner -> copy.add(plain(inner)));
                yield copy;
            }
            case null -> null;
            case Object other -> isPlain(other) && !isNothing(other) ? other : null;
        };
    }

    /** 3.0 is 3 to people. */
    private static String decimal(double number) {
        if (!Double.isFinite(number)) {
            return String.valueOf(number);
        }
        var exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return Math.abs(exact.scale()) > 20 ? exact.toString() : exact.toPlainString();
    }
}

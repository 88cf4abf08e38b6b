package dev.handrail.intake.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.google.re2j.Pattern;
import dev.handrail.platform.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What expressions may call besides JSONata's own functions. */
final class Functions {
    private static final Map<String, Jsonata.JFunctionCallable> OWN = Map.of(
            "first", (_, given) -> first(given),
            "find", (_, given) -> find(argument(given, 0), Values.text(argument(given, 1))),
            "pairs", (_, given) -> pairs(argument(given, 0)),
            "json", (_, given) -> json(argument(given, 0)),
            "parameter", (_, given) -> parameter(argument(given, 0), Values.text(argument(given, 1))),
            "eval", (_, _) -> refuse());

    /** JSONata's own, as of its version 2.1. */
    private static final Set<String> JSONATA = Set.of(
            ("sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad "
                            + "match contains replace split join formatNumber formatBase formatInteger parseInteger number "
                            + "floor ceil round abs sqrt power boolean not map zip filter single reduce sift keys lookup "
                            + "append exists spread merge reverse each error assert type sort distinct base64encode "
                            + "base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis fromMillis "
                            + "clone")
                    .split(" "));

    private Functions() {}

    static void register(Jsonata expression) {
        OWN.forEach((name, function) -> expression.registerFunction(name, new JFunction(function, null)));
    }

    /** Returns what may stand behind {@code $}. What differs from one evaluation to the next is not among it. */
    static Set<String> names() {
        var names = new TreeSet<>(JSONATA);
        names.addAll(OWN.keySet());
        names.remove("eval");
        return names;
    }

    /** The first that is there and not blank. */
    private static @Nullable Object first(List<?> given) {
        return given.stream().filter(value -> !isBlank(value)).findFirst().orElse(null);
    }

    /** Looks no deeper than it must: what is looked at counts as mapped. */
    private static boolean isBlank(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            case Object other -> Values.text(other).isBlank();
        };
    }

    /** What a regular expression finds in a text: its first group, or all of it where it has none. RE2: linear time. */
    private static @Nullable Object find(@Nullable Object text, String pattern) {
        var found = Pattern.compile(pattern).matcher(Values.text(text));
        return !found.find() ? null : found.groupCount() == 0 ? found.group() : found.group(1);
    }

    /** {@code "env:prod,monitor"} or a list of such, as an object; also lists of names and values. What has no value is left out. */
    private static @Nullable Object pairs(@Nullable Object given) {
        var pairs = new LinkedHashMap<String, Object>();
        var items = given instanceof String text ? List.of(text.split(",")) : Values.list(given);
        for (var item : items) {
            switch (item) {
                case Map<?, ?> map -> put(pairs, first(named(map, "name", "key", "tag")), map.get("value"));
                case List<?> pair when pair.size() == 2 -> put(pairs, pair.get(0), pair.get(1));
                case null -> {}
                case Object other -> split(pairs, Values.text(other));
            }
        }
        return pairs.isEmpty() ? null : pairs;
    }

    private static List<@Nullable Object> named(Map<?, ?> map, String... names) {
        return Arrays.stream(names).<@Nullable Object>map(map::get).toList();
    }

    private static void split(Map<String, Object> pairs, String text) {
        var colon = text.indexOf(':');
        var at = colon < 0 ? text.indexOf('=') : colon;
        if (at > 0) {
            put(pairs, text.substring(0, at).strip(), text.substring(at + 1).strip());
        }
    }

    private static void put(Map<String, Object> pairs, @Nullable Object name, @Nullable Object value) {
        if (!Values.text(name).isBlank() && value != null) {
            pairs.putIfAbsent(Values.text(name), value);
        }
    }

    /** The JSON in a text; nothing if there is none. */
    private static @Nullable Object json(@Nullable Object given) {
        var text = Values.text(given).strip();
        if (!(given instanceof String) || !(text.startsWith("{") || text.startsWith("["))) {
            return given instanceof Map<?, ?> ? given : null;
        }
        try {
            return Fields.of(Json.tree(text));
        } catch (IllegalArgumentException _) {
            return null; // text that only looks like JSON is text
        }
    }

    /** The value of a parameter of an address. */
    private static @Nullable Object parameter(@Nullable Object address, String name) {
        var found = find(address, "[?&]" + Pattern.quote(name) + "=([^&#]*)");
        try {
            return found == null ? null : URLDecoder.decode(found.toString(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return found; // percent signs that escape nothing
        }
    }

    private static Object refuse() {
        throw new JException("$eval would run what a stranger wrote", -1);
    }

    private static @Nullable Object argument(List<?> given, int index) {
        return index < given.size() ? given.get(index) : null;
    }
}

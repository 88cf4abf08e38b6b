package dev.handrail.intake.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A JSON object that remembers which of its fields an expression has looked at. For one thread. A null is an absent field. */
public final class Fields extends LinkedHashMap<String, Object> {
    private final transient Set<String> seen = new HashSet<>();
    private transient boolean sealed;
    private transient boolean allSeen;

    /** Returns {@code node} as expressions take it: Fields, lists, text, numbers and truths. */
    public static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> fields(node);
            case ARRAY -> list(node);
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : number(node);
            case BINARY, POJO, STRING -> node.asText();
            case MISSING, NULL -> null;
        };
    }

    private static Object number(JsonNode node) {
        return Double.isFinite(node.doubleValue()) ? (Object) node.doubleValue() : node.asText();
    }

    private static Fields fields(JsonNode node) {
        var fields = new Fields();
        node.properties().forEach(field -> {
            var value = of(field.getValue());
            if (value != null) {
                fields.put(field.getKey(), value);
            }
        });
        fields.sealed = true;
        return fields;
    }

    private static List<@Nullable Object> list(JsonNode node) {
        var list = new ArrayList<@Nullable Object>(node.size());
        node.forEach(item -> list.add(of(item)));
        return list;
    }

    /** Hands over the fields, and says which have not been looked at. Does not count as looking. */
    public void visit(Visitor visitor) {
        for (var field : super.entrySet()) {
            visitor.visit(field.getKey(), field.getValue(), allSeen || seen.contains(field.getKey()));
        }
    }

    /** Is told of one field after the other. */
    public interface Visitor {
        void visit(String name, Object value, boolean isSeen);
    }

    @Override
    public @Nullable Object get(Object name) {
        if (name instanceof String text) {
            seen.add(text);
        }
        return super.get(name);
    }

    @Override
    public Set<String> keySet() {
        allSeen |= sealed;
        return super.keySet();
    }

    @Override
    public Collection<Object> values() {
        allSeen |= sealed;
        return super.values();
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        allSeen |= sealed;
        return super.entrySet();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        allSeen |= sealed;
        super.forEach(action);
    }
}

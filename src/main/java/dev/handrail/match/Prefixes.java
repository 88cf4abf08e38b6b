package dev.handrail.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules by what a label's value must begin with. */
final class Prefixes {
    private final Map<String, List<FiledRule>> rules = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    void put(String prefix, FiledRule rule) {
        rules.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(rule);
        lengths.add(prefix.length());
    }

    /** Hands over the rules whose prefix a value begins with. */
    void of(String value, Consumer<List<FiledRule>> taker) {
        for (var length : lengths.headSet(value.length(), true)) {
            var found = rules.get(value.substring(0, length));
            if (found != null) {
                taker.accept(found);
            }
        }
    }
}

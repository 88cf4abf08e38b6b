package dev.handrail.match.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The rules that are found by one label: by a value that it must have, or by a text that must be in it. */
final class Shelf {
    private final Map<String, List<FiledRule>> exact = new HashMap<>();
    private final List<Fragments.Fragment> loose = new ArrayList<>();
    private Fragments fragments = new Fragments(List.of());

    void put(String value, FiledRule rule) {
        exact.computeIfAbsent(value, _ -> new ArrayList<>()).add(rule);
    }

    void putText(String text, FiledRule rule) {
        loose.add(new Fragments.Fragment(text, rule));
    }

    /** Files what was put by text, and packs what was put by value, once all is there. */
    void close() {
        exact.replaceAll((_, rules) -> List.copyOf(rules));
        fragments = new Fragments(loose);
        loose.clear();
    }

    /** Hands over the rules that a value may be for. */
    void of(String value, Consumer<List<FiledRule>> taker) {
        var rules = exact.get(value);
        if (rules != null) {
            taker.accept(rules);
        }
        fragments.in(value, taker);
    }
}

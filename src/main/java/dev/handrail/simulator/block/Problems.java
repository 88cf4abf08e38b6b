package dev.handrail.simulator.block;

import java.util.ArrayList;
import java.util.List;

/** Collects everything wrong with a payload, in Slack's words. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String pointer, String problem) {
        found.add("[ERROR] %s [json-pointer:%s]".formatted(problem, pointer));
    }

    List<String> all() {
        return List.copyOf(found);
    }
}

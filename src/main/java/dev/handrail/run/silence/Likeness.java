package dev.handrail.run.silence;

import dev.handrail.alert.LabelMatcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes alerts like those of an incident: the labels that all of them share. */
public record Likeness(List<LabelMatcher> matchers) {
    /** Without one of these, a silence would hold failures that have nothing to do with each other. */
    private static final Set<String> NAMES = Set.of("alertname", "flow");

    public Likeness {
        matchers = List.copyOf(matchers);
    }

    /** @param labels those that are equal in all of the alerts */
    public static Likeness of(Map<String, String> labels) {
        return new Likeness(labels.entrySet().stream()
                .filter(label -> !label.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(label -> new LabelMatcher(label.getKey(), LabelMatcher.Operator.EQUAL, label.getValue()))
                .toList());
    }

    /** Says whether it says what fails, and not only how bad it is, or where. */
    public boolean names() {
        return matchers.stream().map(LabelMatcher::label).anyMatch(NAMES::contains);
    }

    /** Returns the matchers as their author would write them. */
    @Override
    public String toString() {
        return matchers.stream().map(LabelMatcher::toString).collect(Collectors.joining(", "));
    }
}

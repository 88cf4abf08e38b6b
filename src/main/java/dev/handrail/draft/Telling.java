package dev.handrail.draft;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.runbook.MatchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** By which labels a failure is known again: what kind it is, and not where and when it was. */
final class Telling {
    private static final List<String> FIRST = List.of(Alert.NAME_LABEL, "flow", "service");

    /** What tells failures apart where the first do not. */
    private static final List<String> MORE = List.of(
            "system",
            "job",
            "queue",
            "topic",
            "check",
            "monitor",
            "event",
            "error",
            "error_code",
            "reason",
            "channel",
            "marketplace",
            "carrier",
            "psp",
            "provider");

    private static final int LONGEST = 200;

    private Telling() {}

    /** Returns rules that cover alerts with these labels, the broadest first; none where nothing tells the failure from another. */
    static List<MatchRule> rules(Map<String, String> labels) {
        var first = matchers(FIRST.stream(), labels);
        var all = matchers(Stream.concat(FIRST.stream(), MORE.stream()), labels);
        var isNamed = first.stream().anyMatch(matcher -> matcher.label().equals(Alert.NAME_LABEL));
        return Stream.of(isNamed ? first : List.<LabelMatcher>of(), all)
                .filter(matchers -> !matchers.isEmpty())
                .map(MatchRule::new)
                .distinct()
                .toList();
    }

    private static List<LabelMatcher> matchers(Stream<String> names, Map<String, String> labels) {
        return names.filter(labels::containsKey)
                .map(name -> new LabelMatcher(name, LabelMatcher.Operator.EQUAL, labels.getOrDefault(name, "")))
                .filter(matcher -> isFit(matcher.value()))
                .toList();
    }

    /** What cannot be written as it is, or was a secret, is nothing to know a failure by. */
    private static boolean isFit(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && value.equals(Ink.oneLine(value))
                && !value.contains("[redacted");
    }
}

package dev.handrail.runbook.parse;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.runbook.MatchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code match} of a file for many alerts. An item that names an alert is for the runbook of that alert; one that names none
 * is for each, together with its alert's name. A runbook without items is found by its name.
 */
final class PartRules {
    private PartRules() {}

    /** Returns the alerts that the items name. */
    static Set<String> alerts(List<MatchRule> items) {
        return items.stream().flatMap(PartRules::alerts).collect(Collectors.toSet());
    }

    static List<MatchRule> of(String alert, List<MatchRule> items) {
        return items.stream()
                .filter(item -> alerts(item).allMatch(alert::equals))
                .map(item -> alerts(item).findAny().isPresent() ? item : narrowed(item, alert))
                .toList();
    }

    private static MatchRule narrowed(MatchRule item, String alert) {
        var matchers = new ArrayList<LabelMatcher>();
        matchers.add(new LabelMatcher(Alert.NAME_LABEL, LabelMatcher.Operator.EQUAL, alert));
        matchers.addAll(item.matchers());
        return new MatchRule(matchers);
    }

    private static Stream<String> alerts(MatchRule item) {
        return item.matchers().stream()
                .filter(matcher -> matcher.operator() == LabelMatcher.Operator.EQUAL)
                .filter(matcher -> matcher.label().equals(Alert.NAME_LABEL))
                .map(LabelMatcher::value);
    }
}

package dev.handrail.match.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One match rule of one runbook, and what is still to be asked of an alert for which it was found.
 *
 * @param place among all rules of the library, in its order
 */
record FiledRule(
        int place, RuleIndex.Claim claim, Precision precision, List<Predicate<Map<String, String>>> conditions) {
    FiledRule {
        conditions = List.copyOf(conditions);
    }

    /** Returns the rule for a place where only alerts find it that meet one of its conditions: that need not be asked again. */
    FiledRule without(Predicate<Map<String, String>> met) {
        return new FiledRule(
                place,
                claim,
                precision,
                conditions.stream().filter(condition -> !condition.equals(met)).toList());
    }

    boolean covers(Map<String, String> labels) {
        for (var condition : conditions) {
            if (!condition.test(labels)) {
                return false;
            }
        }
        return true;
    }
}

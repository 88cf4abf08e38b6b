package dev.handrail.match.rule;

import com.google.re2j.Pattern;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One match rule of one runbook, with its regular expressions compiled.
 *
 * @param place among all rules of the library, in its order
 */
record FiledRule(
        int place, RuleIndex.Claim claim, Precision precision, List<Predicate<Map<String, String>>> conditions) {
    FiledRule(int place, Runbook runbook, MatchRule rule) {
        this(
                place,
                new RuleIndex.Claim(runbook, rule),
                Precision.of(rule),
                rule.matchers().stream().map(FiledRule::condition).toList());
    }

    boolean covers(Map<String, String> labels) {
        for (var condition : conditions) {
            if (!condition.test(labels)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Map<String, String>> condition(LabelMatcher matcher) {
        return switch (matcher.operator()) {
            case EQUAL, NOT_EQUAL -> matcher::covers;
            case MATCHES -> regex(matcher);
            case NOT_MATCHES -> regex(matcher).negate();
        };
    }

    private static Predicate<Map<String, String>> regex(LabelMatcher matcher) {
        var pattern = Pattern.compile(matcher.value());
        return labels -> pattern.matches(labels.getOrDefault(matcher.label(), ""));
    }
}

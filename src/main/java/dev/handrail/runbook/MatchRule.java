package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.handrail.alert.LabelMatcher;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One item of a runbook's {@code match}: every matcher in it must cover the alert. */
public record MatchRule(List<LabelMatcher> matchers) {
    public MatchRule {
        matchers = List.copyOf(matchers);
    }

    public boolean covers(Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.covers(labels));
    }

    /** Returns how many labels the rule fixes to one value: the first measure of precision. */
    @JsonIgnore
    public int equalities() {
        return count(LabelMatcher.Operator.EQUAL);
    }

    /** Returns how many labels the rule confines by a regular expression: the second measure of precision. */
    @JsonIgnore
    public int regexes() {
        return count(LabelMatcher.Operator.MATCHES);
    }

    private int count(LabelMatcher.Operator operator) {
        return (int) matchers.stream()
                .filter(matcher -> matcher.operator() == operator)
                .count();
    }

    /** Returns the rule as its author writes it: {@code {flow="order-to-erp", severity!="info"}}. */
    @Override
    public String toString() {
        return matchers.stream().map(LabelMatcher::toString).collect(Collectors.joining(", ", "{", "}"));
    }
}

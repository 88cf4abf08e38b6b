package dev.handrail.match.rule;

import com.google.re2j.Pattern;
import dev.handrail.alert.LabelMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the rules of a library ask of an alert's labels, with regular expressions compiled. What many rules ask is one condition: it
 * is then in the processor's cache whichever of them an alert is for.
 */
final class Conditions {
    private final Map<LabelMatcher, Predicate<Map<String, String>>> known = new HashMap<>();

    Predicate<Map<String, String>> of(LabelMatcher matcher) {
        return known.computeIfAbsent(matcher, Conditions::condition);
    }

    List<Predicate<Map<String, String>>> of(List<LabelMatcher> matchers) {
        return matchers.stream().map(this::of).toList();
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

package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.match.rule.Precision;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The runbooks that an alert came near to by their rules. Looks at all of them: for an author who asks, not for each alert. */
public final class NearMisses {
    private static final int MOST = 3;

    private final List<Runbook> runbooks;

    public NearMisses(List<Runbook> runbooks) {
        this.runbooks = List.copyOf(runbooks);
    }

    /** @param distance how many matchers fail */
    private record Try(Runbook runbook, MatchRule rule, int distance) {
        Precision precision() {
            return Precision.of(rule);
        }
    }

    /** Returns at most three, the nearest first, without those that the answer itself names. */
    public List<NearMiss> of(Alert alert, Match match) {
        var chosen = chosen(match);
        return runbooks.stream()
                .filter(runbook -> !chosen.contains(runbook))
                .flatMap(runbook -> nearest(runbook, alert.labels()).stream())
                .sorted(Comparator.comparingInt(Try::distance)
                        .thenComparing(Try::precision, Comparator.reverseOrder())
                        .thenComparing(tried -> tried.runbook().path()))
                .limit(MOST)
                .map(tried -> new NearMiss(tried.runbook(), whyNot(tried, alert.labels())))
                .toList();
    }

    private static List<Runbook> chosen(Match match) {
        return switch (match) {
            case Match.Matched matched -> List.of(matched.runbook());
            case Match.Ambiguous several -> several.candidates();
            case Match.Suggested _, Match.Unknown _ -> List.of();
        };
    }

    private static Optional<Try> nearest(Runbook runbook, Map<String, String> labels) {
        return runbook.match().stream()
                .filter(rule -> speaks(rule, labels))
                .map(rule -> new Try(runbook, rule, (int) rule.matchers().stream()
                        .filter(matcher -> !matcher.covers(labels))
                        .count()))
                .min(Comparator.comparingInt(Try::distance).thenComparing(Try::precision, Comparator.reverseOrder()));
    }

    /** Something that a rule asks for is there. */
    private static boolean speaks(MatchRule rule, Map<String, String> labels) {
        return rule.matchers().stream().anyMatch(matcher -> matcher.isPositive() && matcher.covers(labels));
    }

    private static String whyNot(Try tried, Map<String, String> labels) {
        var runbook = tried.runbook();
        if (tried.distance() > 0) {
            return tried.rule().matchers().stream()
                    .filter(matcher -> !matcher.covers(labels))
                    .map(matcher -> failure(matcher, labels))
                    .collect(Collectors.joining("; "));
        }
        return runbook.status() == Runbook.Status.ACTIVE
                ? tried.rule() + " covers it, but less precisely"
                : "it is " + runbook.status().name().toLowerCase(Locale.ROOT);
    }

    private static String failure(LabelMatcher matcher, Map<String, String> labels) {
        var found = labels.containsKey(matcher.label())
                ? matcher.label() + " is " + labels.get(matcher.label())
                : "it has no label " + matcher.label();
        return found + ", wanted " + wanted(matcher);
    }

    private static String wanted(LabelMatcher matcher) {
        return switch (matcher.operator()) {
            case EQUAL -> matcher.value().isEmpty() ? "none" : matcher.value();
            case NOT_EQUAL -> matcher.value().isEmpty() ? "any" : "anything but " + matcher.value();
            case MATCHES -> "one that matches " + matcher.value();
            case NOT_MATCHES -> "one that does not match " + matcher.value();
        };
    }
}

package dev.handrail.runbook.front;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.MatcherParser;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.MatchRule;
import java.util.List;
import java.util.Optional;

/** Reads the items of {@code match}. */
final class MatchRules {
    private MatchRules() {}

    static List<MatchRule> read(List<YamlValue> items, Problems problems) {
        return items.stream().flatMap(item -> rule(item, problems).stream()).toList();
    }

    private static Optional<MatchRule> rule(YamlValue item, Problems problems) {
        if (item.isMap()) {
            item.refuse("bad-matcher", "the braces in quotes: '{flow=\"order-to-erp\"}'");
            return Optional.empty();
        }
        return item.text().flatMap(text -> switch (MatcherParser.parse(text)) {
            case MatcherParser.Matchers parsed -> rule(parsed.matchers(), item);
            case MatcherParser.Fault fault -> {
                var begins = item.contentAt();
                var at = new Position(begins.file(), begins.line(), begins.column() + fault.offset());
                problems.error(at, "bad-matcher", fault.found(), fault.wanted());
                yield Optional.empty();
            }
        });
    }

    /** What only excludes would take every other alert there is. */
    private static Optional<MatchRule> rule(List<LabelMatcher> matchers, YamlValue item) {
        if (matchers.stream().noneMatch(LabelMatcher::isPositive)) {
            item.refuse("match-everything", "at least one label that must be there: alertname=\"...\"");
            return Optional.empty();
        }
        return Optional.of(new MatchRule(matchers));
    }
}

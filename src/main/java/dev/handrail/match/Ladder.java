package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.match.rule.RuleIndex;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is certain about some runbooks, asked in this order: the alert points to one, the {@code match} of one covers it most
 * precisely, one has its name. The first rung that gives an answer decides.
 */
final class Ladder {
    private final int size;
    private final Rungs rungs;
    private final Names names;
    private final RuleIndex rules;

    Ladder(List<Runbook> runbooks, Rungs rungs) {
        this.size = runbooks.size();
        this.rungs = rungs;
        this.names = new Names(runbooks);
        this.rules = new RuleIndex(runbooks, rule -> rungs == Rungs.ALL || !asksForName(rule));
    }

    /** Says whether a rule compares the alert's name: a matcher that only excludes names does not choose by them. */
    private static boolean asksForName(MatchRule rule) {
        return rule.matchers().stream()
                .anyMatch(matcher -> matcher.isPositive() && matcher.label().equals(Alert.NAME_LABEL));
    }

    int size() {
        return size;
    }

    Optional<Match> climb(Alert alert) {
        return switch (rungs) {
            case ALL -> byPointer(alert).or(() -> byRule(alert)).or(() -> byName(alert));
            case WITHOUT_NAMES -> byRule(alert);
        };
    }

    private Optional<Match> byPointer(Alert alert) {
        for (var pointer : Pointer.of(alert)) {
            var found = chosen(pointer.find(names), pointer + " names this runbook", pointer + " names");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Match> byRule(Alert alert) {
        var claims = rules.best(alert.labels());
        return switch (claims.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(claimed(claims.getFirst()));
            default ->
                chosen(
                        claims.stream().map(RuleIndex.Claim::runbook).toList(),
                        "",
                        "the alert's labels are covered with equal precision by");
        };
    }

    private static Match claimed(RuleIndex.Claim claim) {
        return new Match.Matched(claim.runbook(), claim.words() + " is what this runbook is for");
    }

    private Optional<Match> byName(Alert alert) {
        return alert.name()
                .flatMap(name -> named(alert, "id", names.withId(name))
                        .or(() -> named(alert, "file", names.withStem(name)))
                        .or(() -> named(alert, "title", names.withTitle(name))));
    }

    private static Optional<Match> named(Alert alert, String what, List<Runbook> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var near = new Scope(alert).narrow(found);
        var quoted = "\"" + alert.name().orElse("") + "\"";
        var where = near.size() < found.size() ? ", where the alert's labels say it is from" : "";
        return chosen(
                near,
                "the alert is called %s, and so is this runbook's %s%s".formatted(quoted, what, where),
                "the alert is called %s, and so is the %s of".formatted(quoted, what));
    }

    private static Optional<Match> chosen(List<Runbook> found, String why, String whySeveral) {
        return switch (found.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Match.Matched(found.getFirst(), why));
            default ->
                Optional.of(new Match.Ambiguous(
                        found,
                        "%s %d runbooks: %s"
                                .formatted(
                                        whySeveral,
                                        found.size(),
                                        found.stream().map(Runbook::path).collect(Collectors.joining(", ")))));
        };
    }
}

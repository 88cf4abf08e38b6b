package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.match.rule.RuleIndex;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import java.util.Collections;
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
            var found = chosen(pointer.find(names), pointer + " names", "this runbook");
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
                Optional.of(several(
                        claims.stream().map(RuleIndex.Claim::runbook).toList(),
                        claims.stream()
                                .map(claim -> claim.words() + " is what it is for")
                                .toList(),
                        "the alert's labels are covered with equal precision by"));
        };
    }

    private static Match claimed(RuleIndex.Claim claim) {
        return new Match.Matched(claim.runbook(), claim.why());
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
        var called =
                "the alert is called \"%s\", and so is".formatted(alert.name().orElse(""));
        if (near.size() > 1) {
            var reason = called + " its " + what;
            return Optional.of(
                    several(near, Collections.nCopies(near.size(), reason), called + " the " + what + " of"));
        }
        var where = near.size() < found.size() ? ", where the alert's labels say it is from" : "";
        return chosen(near, called, "this runbook's " + what + where);
    }

    /** @param why a clause that ends with what it says of one: {@code this runbook} */
    private static Optional<Match> chosen(List<Runbook> found, String why, String one) {
        return switch (found.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Match.Matched(found.getFirst(), why + " " + one));
            default -> Optional.of(several(found, Collections.nCopies(found.size(), why + " it"), why));
        };
    }

    private static Match several(List<Runbook> found, List<String> reasons, String why) {
        var paths = found.stream().map(Runbook::path).collect(Collectors.joining(", "));
        return new Match.Ambiguous(found, reasons, "%s %d runbooks: %s".formatted(why, found.size(), paths));
    }
}

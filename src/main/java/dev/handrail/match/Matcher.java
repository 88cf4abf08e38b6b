package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.Library;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the runbook for an alert, in this order: the one that the alert itself points to, the one whose {@code match} covers it
 * most precisely, the one that has its name. Only active runbooks. Guesses nothing.
 */
public final class Matcher {
    private static final Comparator<MatchRule> BY_PRECISION =
            Comparator.comparingInt(MatchRule::equalities).thenComparingInt(MatchRule::regexes);

    private final Alert alert;
    private final List<Runbook> runbooks;
    private final List<Pointer> pointers;

    private Matcher(Alert alert, List<Runbook> runbooks) {
        this.alert = alert;
        this.runbooks = runbooks;
        this.pointers = Pointer.of(alert);
    }

    public static Match match(Alert alert, Library library) {
        var matcher = new Matcher(alert, library.active());
        return matcher.byPointer()
                .or(matcher::byRule)
                .or(matcher::byName)
                .orElseGet(() -> new Match.Unknown(matcher.whyUnknown(library)));
    }

    private Optional<Match> byPointer() {
        return pointers.stream()
                .flatMap(pointer ->
                        chosen(pointer.find(runbooks), pointer + " names this runbook", pointer + " names").stream())
                .findFirst();
    }

    /** A runbook competes with the most precise of its rules that cover the alert. */
    private Optional<Match> byRule() {
        record Claim(Runbook runbook, MatchRule rule) {}
        var claims = runbooks.stream()
                .flatMap(runbook -> runbook.match().stream()
                        .filter(rule -> rule.covers(alert.labels()))
                        .max(BY_PRECISION)
                        .map(rule -> new Claim(runbook, rule))
                        .stream())
                .toList();
        var best = claims.stream().map(Claim::rule).max(BY_PRECISION);
        return best.flatMap(rule -> chosen(
                claims.stream()
                        .filter(claim -> BY_PRECISION.compare(claim.rule(), rule) == 0)
                        .map(Claim::runbook)
                        .toList(),
                words(rule) + " is what this runbook is for",
                "the alert's labels are covered with equal precision by"));
    }

    private static String words(MatchRule rule) {
        return rule.matchers().stream().map(LabelMatcher::toString).collect(Collectors.joining(", "));
    }

    private Optional<Match> byName() {
        return alert.name()
                .flatMap(name -> named(name, "id", Runbook::id)
                        .or(() -> named(name, "file", Names::stem))
                        .or(() -> named(name, "title", Runbook::title)));
    }

    private Optional<Match> named(String name, String what, Function<Runbook, String> part) {
        var found = runbooks.stream()
                .filter(runbook -> part.apply(runbook).equalsIgnoreCase(name))
                .toList();
        var quoted = "\"" + name + "\"";
        return chosen(
                found,
                "the alert is called %s, and so is this runbook's %s".formatted(quoted, what),
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

    private String whyUnknown(Library library) {
        var looked = new ArrayList<String>();
        pointers.forEach(pointer -> looked.add(pointer + " names none of them"));
        looked.add("no match rule covers its labels");
        looked.add(alert.name().map(name -> "none is called \"" + name + "\"").orElse("the alert has no name"));
        return "no runbook is known for this alert: of %d active, %s%s"
                .formatted(runbooks.size(), String.join(", ", looked), inactive(library));
    }

    private String inactive(Library library) {
        var others = library.runbooks().stream()
                .filter(runbook -> runbook.status() != Runbook.Status.ACTIVE)
                .toList();
        var matcher = new Matcher(alert, others);
        var match = matcher.byPointer().or(matcher::byRule).or(matcher::byName);
        return match.filter(Match.Matched.class::isInstance)
                .map(Match.Matched.class::cast)
                .map(Match.Matched::runbook)
                .map(runbook -> "; %s would be for it, but is %s".formatted(runbook.path(), status(runbook)))
                .orElse("");
    }

    private static String status(Runbook runbook) {
        return runbook.status().name().toLowerCase(Locale.ROOT);
    }
}

package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.match.text.Suggestion;
import dev.handrail.match.text.TextIndex;
import dev.handrail.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Chooses the runbook for an alert: by what is certain, and where nothing is, suggests some whose text is like the alert's. Only
 * active runbooks. Made once for a library; safe for any number of threads.
 */
public final class Matcher {
    private final Rungs rungs;
    private final Ladder active;
    private final Ladder inactive;
    private final Supplier<TextIndex> texts;

    public Matcher(List<Runbook> runbooks) {
        this(runbooks, Rungs.ALL);
    }

    /** @param runbooks in whatever status; those that are not active are named in reasons only */
    public Matcher(List<Runbook> runbooks, Rungs rungs) {
        var byActivity = runbooks.stream()
                .collect(Collectors.partitioningBy(runbook -> runbook.status() == Runbook.Status.ACTIVE));
        var ours = byActivity.getOrDefault(true, List.of());
        this.rungs = rungs;
        this.active = new Ladder(ours, rungs);
        this.inactive = new Ladder(byActivity.getOrDefault(false, List.of()), rungs);
        this.texts = new Once<>(() -> new TextIndex(ours));
    }

    /** Returns what is certain, for whom that is enough: it takes a microsecond, and texts are not looked at. */
    public Optional<Match> certain(Alert alert) {
        return active.climb(alert);
    }

    public Match match(Alert alert) {
        return active.climb(alert).orElseGet(() -> bySuggestion(alert, nearest(alert)));
    }

    /** As {@link #match(Alert)}, for who has asked for {@link #nearest} already. */
    public Match match(Alert alert, List<Suggestion> nearest) {
        return active.climb(alert).orElseGet(() -> bySuggestion(alert, nearest));
    }

    /** Returns the three runbooks whose text is most like the alert's, best first, however unlike it they may be. */
    public List<Suggestion> nearest(Alert alert) {
        return texts.get().nearest(alert);
    }

    private Match bySuggestion(Alert alert, List<Suggestion> nearest) {
        var suggestions = nearest.stream().filter(Suggestion::isWorthShowing).toList();
        var why = whyUnknown(alert);
        return suggestions.isEmpty()
                ? new Match.Unknown(why)
                : new Match.Suggested(
                        suggestions,
                        why
                                + Match.Suggested.PERHAPS
                                + suggestions.stream().map(Suggestion::toString).collect(Collectors.joining(", or ")));
    }

    private String whyUnknown(Alert alert) {
        var looked = new ArrayList<String>();
        if (rungs == Rungs.ALL) {
            Pointer.of(alert).forEach(pointer -> looked.add(pointer + " names none of them"));
        }
        looked.add("no match rule covers its labels");
        if (rungs == Rungs.ALL) {
            looked.add(
                    alert.name().map(name -> "none is called \"" + name + "\"").orElse("the alert has no name"));
        }
        return "no runbook is known for this alert: of %d active, %s%s"
                .formatted(active.size(), String.join(", ", looked), whyNotInactive(alert));
    }

    private String whyNotInactive(Alert alert) {
        return inactive.climb(alert)
                .filter(Match.Matched.class::isInstance)
                .map(Match.Matched.class::cast)
                .map(Match.Matched::runbook)
                .map(runbook -> "; %s would be for it, but is %s".formatted(runbook.path(), status(runbook)))
                .orElse("");
    }

    private static String status(Runbook runbook) {
        return runbook.status().name().toLowerCase(Locale.ROOT);
    }
}

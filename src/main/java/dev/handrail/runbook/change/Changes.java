package dev.handrail.runbook.change;

import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares two revisions of a walk, step by step. Steps are the same where their names are: a renamed one is another. */
public final class Changes {
    private final Walk before;
    private final Walk now;
    private final List<Change> changes = new ArrayList<>();

    private Changes(Walk before, Walk now) {
        this.before = before;
        this.now = now;
    }

    /** Returns what is different in {@code now}, in the order of its steps, then what is gone. */
    public static List<Change> between(Walk before, Walk now) {
        return new Changes(before, now).all();
    }

    /** Returns changes in one line. */
    public static String words(List<Change> changes) {
        return changes.isEmpty()
                ? "no step changed, only what stands around them"
                : changes.stream().map(Change::words).collect(Collectors.joining(", "));
    }

    private List<Change> all() {
        for (var step : now.steps()) {
            var place = now.number(step.id());
            before.find(step.id())
                    .ifPresentOrElse(
                            old -> compare(place, old, step),
                            () -> changes.add(new Change.StepAdded(place, step.title())));
        }
        before.steps().stream()
                .filter(step -> now.find(step.id()).isEmpty())
                .forEach(step -> changes.add(new Change.StepRemoved(before.number(step.id()), step.title())));
        if (!common(before, now).equals(common(now, before))) {
            changes.add(new Change.Reordered());
        }
        return List.copyOf(changes);
    }

    private static List<StepId> common(Walk of, Walk with) {
        return of.steps().stream()
                .map(Step::id)
                .filter(id -> with.find(id).isPresent())
                .toList();
    }

    private void compare(int place, Step old, Step step) {
        if (!old.title().equals(step.title())) {
            changes.add(new Change.StepRetitled(place, old.title(), step.title()));
        }
        if (!words(old.text()).equals(words(step.text()))) {
            changes.add(new Change.StepReworded(place));
        }
        outcomes(place, old, step);
        retry(place, old.retry(), step.retry());
    }

    /** Line breaks are the author's editor, not the author. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private void outcomes(int place, Step old, Step step) {
        for (var outcome : step.outcomes()) {
            var same = old.outcome(outcome.label());
            if (same.isEmpty()) {
                changes.add(new Change.OutcomeAdded(place, outcome.label()));
            } else if (!same.get().target().equals(outcome.target()) && !isImplied(same.get(), outcome)) {
                changes.add(new Change.OutcomeRedirected(place, outcome.label()));
            }
        }
        old.outcomes().stream()
                .map(Outcome::label)
                .filter(label -> step.outcome(label).isEmpty())
                .forEach(label -> changes.add(new Change.OutcomeRemoved(place, label)));
    }

    /** Where a step came or went, {@code next} leads elsewhere without anybody having written so. */
    private boolean isImplied(Outcome old, Outcome outcome) {
        return old.target() instanceof Target.ToStep from
                && outcome.target() instanceof Target.ToStep to
                && (now.find(from.step()).isEmpty() || before.find(to.step()).isEmpty());
    }

    private void retry(int place, Optional<Retry> old, Optional<Retry> retry) {
        if (old.isEmpty() && retry.isPresent()) {
            changes.add(new Change.RetryAdded(place));
        } else if (old.isPresent() && retry.isEmpty()) {
            changes.add(new Change.RetryRemoved(place));
        } else if (old.isPresent() && !old.equals(retry)) {
            retry(place, old.get(), retry.orElseThrow());
        }
    }

    private void retry(int place, Retry old, Retry retry) {
        if (old.limit() != retry.limit()) {
            changes.add(new Change.LimitChanged(place, old.limit(), retry.limit()));
        }
        var length = Math.min(old.backoff().size(), retry.backoff().size());
        var same = old.action().equals(retry.action())
                && old.key().equals(retry.key())
                && old.outcomes().equals(retry.outcomes())
                && old.backoff().subList(0, length).equals(retry.backoff().subList(0, length));
        if (!same) {
            changes.add(new Change.RetryChanged(place));
        }
    }
}

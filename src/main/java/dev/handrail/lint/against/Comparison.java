package dev.handrail.lint.against;

import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.fence.Fence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Two revisions of one runbook. Says only what the newer one loosens: whatever it tightens needs nobody's leave. */
public final class Comparison {
    private final Side old;
    private final Side now;
    private final Runbook before;
    private final Runbook after;
    private final List<Loosened> found = new ArrayList<>();

    private Comparison(Side old, Side now) {
        this.old = old;
        this.now = now;
        this.before = old.runbook();
        this.after = now.runbook();
    }

    public static List<Loosened> loosened(Side before, Side after) {
        return new Comparison(before, after).compare();
    }

    private List<Loosened> compare() {
        status();
        owner();
        clock(
                "acknowledge_within",
                before.policy().acknowledgeWithin(),
                after.policy().acknowledgeWithin());
        clock("step_within", before.policy().stepWithin(), after.policy().stepWithin());
        reopening();
        var pairs = new StepPairs(before.walk().steps(), after.walk().steps());
        for (var step : before.walk().steps()) {
            pairs.after(step).ifPresentOrElse(kept -> compare(step, kept), () -> gone(step));
        }
        return List.copyOf(found);
    }

    private void compare(Step step, Step kept) {
        found.addAll(StepComparison.loosened(step, kept));
        old.retry(step).ifPresent(retry -> found.addAll(RetryComparison.loosened(kept, retry, now.retry(kept))));
    }

    private void status() {
        if (before.status() == Runbook.Status.ACTIVE && after.status() != Runbook.Status.ACTIVE) {
            found.add(
                    Loosened.ofKey("runbook-withdrawn", "status", "status: active", "status: " + word(after.status())));
        }
    }

    private void owner() {
        var was = before.policy().owner();
        var is = after.policy().owner();
        if (was.isPresent() && !was.equals(is)) {
            found.add(Loosened.ofKey(
                    "owner-changed",
                    "owner",
                    "owner: " + was.get(),
                    is.map(id -> "owner: " + id).orElse("no owner")));
        }
    }

    private void clock(String key, Optional<Duration> was, Optional<Duration> is) {
        if (was.isPresent() && (is.isEmpty() || is.get().compareTo(was.get()) > 0)) {
            found.add(Loosened.ofKey(
                    "clock-loosened",
                    key,
                    key + ": " + Spans.words(was.get()),
                    is.map(time -> key + ": " + Spans.words(time)).orElse("the owner's policy")));
        }
    }

    /** A longer window hides a failure that comes back in an incident that is over. */
    private void reopening() {
        if (after.policy().reopenWithin().compareTo(before.policy().reopenWithin()) > 0) {
            found.add(Loosened.ofKey(
                    "clock-loosened",
                    "reopen_within",
                    "reopen_within: " + Spans.words(before.policy().reopenWithin()),
                    "reopen_within: " + Spans.words(after.policy().reopenWithin())));
        }
    }

    private void gone(Step step) {
        old.retry(step)
                .flatMap(Fence.Retry::approval)
                .ifPresent(approval -> found.add(Loosened.ofKey(
                        "approval-loosened",
                        "",
                        "approve by " + approval.by().value() + " in the step '" + step.title() + "'",
                        "no such step")));
        if (step.part() == Step.Part.VERIFICATION) {
            found.add(Loosened.ofKey("verification-removed", "", "the step '" + step.title() + "'", "no such step"));
        }
        StepComparison.stops(step)
                .forEach(label -> found.add(Loosened.ofKey(
                        "stop-rule-removed",
                        "",
                        "'" + label + "' of the step '" + step.title() + "', which escalates",
                        "no such step")));
    }

    private static String word(Runbook.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}

package dev.handrail.lint.against;

import dev.handrail.runbook.Step;
import dev.handrail.runbook.fence.Fence.Approval;
import dev.handrail.runbook.fence.Fence.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two revisions of what one step tries. */
final class RetryComparison {
    private final Step step;
    private final Retry before;
    private final List<Loosened> found = new ArrayList<>();

    private RetryComparison(Step step, Retry before) {
        this.step = step;
        this.before = before;
    }

    /** @param step as it is now */
    static List<Loosened> loosened(Step step, Retry before, Optional<Retry> after) {
        var comparison = new RetryComparison(step, before);
        after.ifPresentOrElse(
                comparison::compare,
                () -> comparison.add(
                        "limit-loosened", "limit: " + before.limit().tries(), "no retry"));
        return comparison.found;
    }

    private void compare(Retry after) {
        var was = before.limit();
        var is = after.limit();
        if (is.tries() > was.tries()) {
            add("limit-loosened", "limit: " + was.tries(), "limit: " + is.tries());
        }
        var key = before.key().value().text();
        var newKey = after.key().value().text();
        if (!newKey.equals(key)) {
            add("limit-loosened", "key: " + key, "key: " + newKey + ", whose tries are counted anew");
        }
        if (isShorter(was.waits(), is.waits())) {
            add("backoff-loosened", "backoff: " + Spans.words(was.waits()), "backoff: " + Spans.words(is.waits()));
        }
        before.approval().ifPresent(approval -> approval(approval, after.approval()));
    }

    private static boolean isShorter(List<Duration> was, List<Duration> is) {
        for (var wait = 0; wait < Math.min(was.size(), is.size()); wait++) {
            if (is.get(wait).compareTo(was.get(wait)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Another owner is named too: whose word it takes is for both to know. */
    private void approval(Approval was, Optional<Approval> is) {
        var isKept = is.filter(now -> now.by().value().equals(was.by().value()))
                .filter(now -> now.byAnother() || !was.byAnother())
                .isPresent();
        if (!isKept) {
            add("approval-loosened", words(was), is.map(RetryComparison::words).orElse("no approval"));
        }
    }

    private static String words(Approval approval) {
        return "approve by " + approval.by().value() + (approval.byAnother() ? ", other than the responder" : "");
    }

    private void add(String rule, String was, String is) {
        found.add(Loosened.ofStep(rule, step, was, is));
    }
}

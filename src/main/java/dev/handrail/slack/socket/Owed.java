package dev.handrail.slack.socket;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How many envelopes came over a socket that are not acknowledged yet: whoever closes it before loses somebody's click to them. */
final class Owed {
    private int count;
    private CompletableFuture<@Nullable Void> none = CompletableFuture.completedFuture(null);

    synchronized void came() {
        if (count++ == 0) {
            none = new CompletableFuture<>();
        }
    }

    synchronized void answered() {
        if (--count == 0) {
            none.complete(null);
        }
    }

    /** Completes when nothing is owed any more, or when that takes too long. */
    synchronized CompletableFuture<@Nullable Void> none(Duration atMost) {
        return none.copy().completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package dev.handrail.slack.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where what comes over sockets is kept, asked whether it is there. It is given a second: somebody's press waits for three, and
 * one that hangs is as good as away.
 */
final class Store {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Runnable question;
    private @Nullable CompletableFuture<Optional<String>> asked;

    /** @param question returns once there is an answer; throws where there is none */
    Store(Runnable question) {
        this.question = question;
    }

    /** Returns why nothing can be kept now; empty where it can. */
    Optional<String> fault() {
        return asked().copy()
                .completeOnTimeout(
                        Optional.of("the database has not answered within %d s".formatted(PATIENCE.toSeconds())),
                        PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    /** Of a database that hangs, one question waits for its answer, not one a second. */
    private synchronized CompletableFuture<Optional<String>> asked() {
        var before = asked;
        if (before != null && !before.isDone()) {
            return before;
        }
        var now = CompletableFuture.runAsync(question, Thread::startVirtualThread)
                .handle((_, failure) -> Optional.ofNullable(failure).map(Store::words));
        asked = now;
        return now;
    }

    private static String words(Throwable failure) {
        return "the database cannot be asked: " + failure.getMessage();
    }
}

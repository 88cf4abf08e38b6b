package dev.handrail.page.watch;

import dev.handrail.platform.Transactions;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Whether all works that people rely on while they hear nothing: the database, the clocks, Slack and the library. */
@Singleton
final class Vitals {
    private static final Duration CLOCK_MAY_BE_LATE = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final WatchRepository watched;
    private final CurrentLibrary library;
    private final Duration lag;
    private final InstantSource clock;

    Vitals(
            Transactions transactions,
            WatchRepository watched,
            CurrentLibrary library,
            HeartbeatSettings settings,
            InstantSource clock) {
        this.transactions = transactions;
        this.watched = watched;
        this.library = library;
        this.lag = settings.lag();
        this.clock = clock;
    }

    /** Returns the first thing that does not work, for people; empty while all is well. */
    Optional<String> ailment() {
        try {
            return transactions.read(() -> clocks().or(this::slack)).or(this::library);
        } catch (RuntimeException e) {
            return Optional.of("the database does not answer: " + rootOf(e));
        }
    }

    private Optional<String> clocks() {
        return watched.late(clock.instant().minus(CLOCK_MAY_BE_LATE)) == 0
                ? Optional.empty()
                : Optional.of("clocks of incidents should have struck and have not");
    }

    private Optional<String> slack() {
        return watched.behind(clock.instant().minus(lag))
                .map(id -> "Slack has not been brought up to date for longer than %s, beginning with incident %s"
                        .formatted(lag, id));
    }

    private Optional<String> library() {
        return library.standing().fault().map(fault -> "the library cannot be read: " + fault);
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

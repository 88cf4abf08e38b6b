package dev.handrail.run.watch;

import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.silence.SilenceBook;
import dev.handrail.ownership.Catalogue;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides again about held alerts whose time has come: what still fires opens an incident then, unless something else holds it
 * by now. When flows.yml changes, all of them are looked at.
 */
@Singleton
final class HeldAlerts implements Recurring {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 500;

    /** A commit that saw a silence which was ended in the same moment may have held an alert by it: it is over by then. */
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(15);

    private final Transactions transactions;
    private final AlertRepository alerts;
    private final SilenceBook silences;
    private final AlertDesk desk;
    private final CurrentLibrary libraries;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("held-alerts", LOOK_EVERY, this::look);
    private @Nullable Catalogue seen;

    HeldAlerts(
            Transactions transactions,
            AlertRepository alerts,
            SilenceBook silences,
            AlertDesk desk,
            CurrentLibrary libraries,
            InstantSource clock) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.silences = silences;
        this.desk = desk;
        this.libraries = libraries;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void look() {
        release();
        var due = transactions.read(() -> alerts.due(clock.instant(), AT_ONCE));
        desk.decideAgain(due);
        if (due.size() == AT_ONCE) {
            rounds.wake();
        }
    }

    private void release() {
        var catalogue = libraries.library().catalogue();
        var now = clock.instant();
        transactions.run(() -> {
            if (silences.settle(now.minus(SETTLE_AFTER)) || !Objects.equals(catalogue, seen)) {
                alerts.release(now);
            }
        });
        seen = catalogue;
    }
}

package dev.handrail.run.arrival;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Transactions;
import dev.handrail.run.reception.AlertStore;
import dev.handrail.run.reception.Delivery;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places alerts, many deliveries by one commit. What is kept already is never given up: while the database fails it is tried
 * again, and what cannot be placed at all waits in the quarantine for somebody to mend it.
 */
@Singleton
final class Placer {
    private static final Logger LOG = LoggerFactory.getLogger(Placer.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final AlertStore store;
    private final JdbcUnplaced unplaced;
    private final PayloadRepository payloads;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Placer(Transactions transactions, AlertStore store, JdbcUnplaced unplaced, PayloadRepository payloads) {
        this.transactions = transactions;
        this.store = store;
        this.unplaced = unplaced;
        this.payloads = payloads;
    }

    /**
     * What came of a load.
     *
     * @param answers tells whoever still waits
     * @param touched the incidents that have changed
     */
    record Outcome(Runnable answers, Set<IncidentId> touched) {
        Outcome {
            touched = Set.copyOf(touched);
        }
    }

    /** Returns once all of the load is decided. One delivery that cannot be placed must not keep the others from it. */
    Outcome place(Load load) throws InterruptedException {
        try {
            return placed(load);
        } catch (Throwable e) { // also an Error: whoever waits must be answered, and the placer must live
            if (load.arrivals().size() == 1) {
                return insist(load, e);
            }
            LOG.warn(
                    "{} deliveries cannot be placed together; placing one after the other",
                    load.arrivals().size(),
                    e);
            return placedOneByOne(load);
        }
    }

    private Outcome placed(Load load) {
        var deliveries = load.arrivals().stream().map(Arrival::delivery).toList();
        var placed = transactions.writeAgainOnConflict(() -> {
            unplaced.remove(load.marks());
            return store.place(deliveries);
        });
        return new Outcome(
                () -> {
                    for (var i = 0; i < deliveries.size(); i++) {
                        load.arrivals().get(i).placed(placed.receipts().get(i));
                    }
                },
                placed.touched());
    }

    private Outcome placedOneByOne(Load load) throws InterruptedException {
        var touched = new HashSet<IncidentId>();
        for (var one : load.oneByOne().toList()) {
            var outcome = place(one);
            outcome.answers().run();
            touched.addAll(outcome.touched());
        }
        forget(load);
        return new Outcome(() -> {}, touched);
    }

    /** Nobody was told that a delivery which is not kept is taken: its sender sends it again. */
    private Outcome insist(Load load, Throwable failure) throws InterruptedException {
        var arrival = load.arrivals().getFirst();
        var cause = failure;
        while (arrival.delivery() instanceof Delivery.Kept kept && !isSetAside(kept.payload(), cause)) {
            if (stopping.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Handrail is stopping; what is marked is placed when it starts", cause);
            }
            try {
                return placed(load);
            } catch (Throwable e) { // as above
                cause = e;
            }
        }
        forget(load);
        arrival.failed(cause);
        return new Outcome(() -> {}, Set.of());
    }

    /** What is marked although it is placed is placed once more when Handrail starts, which changes nothing. */
    private void forget(Load load) {
        try {
            transactions.run(() -> unplaced.remove(load.marks()));
        } catch (RuntimeException e) {
            LOG.warn("what is placed is still marked as not placed; it is placed once more after a restart", e);
        }
    }

    /** Has nothing be tried again: what is marked is placed when Handrail starts. */
    void stop() {
        stopping.countDown();
    }

    /** Returns false while the database takes nothing at all: then the failure says nothing of this delivery. */
    private boolean isSetAside(long payload, Throwable cause) {
        try {
            transactions.run(() -> payloads.explain(payload, "its alerts could not be placed: " + cause));
            LOG.error(
                    "payload={} is kept, and its alerts cannot be placed; replay it once this is mended",
                    payload,
                    cause);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("payload={} is kept, and the database does not answer; placing it again in {}", payload, AGAIN, e);
            return false;
        }
    }
}

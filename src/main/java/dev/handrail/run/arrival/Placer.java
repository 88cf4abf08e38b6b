package dev.handrail.run.arrival;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Transactions;
import dev.handrail.run.reception.AlertStore;
import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.Receipt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places alerts, many deliveries by one commit. What is kept already is never given up: while the database is away it waits, and
 * what cannot be placed at all goes to the quarantine for somebody to mend it.
 */
@Singleton
final class Placer {
    private static final Logger LOG = LoggerFactory.getLogger(Placer.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** Each is several already, where another transaction was in the way. */
    private static final int TRIES = 5;

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
        static final Outcome NOTHING = new Outcome(() -> {}, Set.of());

        Outcome {
            touched = Set.copyOf(touched);
        }
    }

    /** Returns once all of the load is decided. One delivery that cannot be placed must not keep the others from it. */
    Outcome place(Load load) throws InterruptedException {
        for (var rest = load; ; ) {
            try {
                return placed(rest);
            } catch (Throwable e) { // also an Error: whoever waits must be answered, and the placer must live
                if (!Transactions.isAway(e)) {
                    return rest.arrivals().size() == 1 ? insist(rest, e) : placedOneByOne(rest, e);
                }
                LOG.warn("the database is away; what is kept is placed when it is back", e);
                rest = rest.withoutUnkept(e);
                if (rest.isEmpty()) {
                    return Outcome.NOTHING;
                }
                pause(e);
            }
        }
    }

    /** What another process has placed meanwhile is not placed again. */
    private Outcome placed(Load load) {
        return transactions.writeAgainOnConflict(() -> {
            var ours = unplaced.hold(load.claims());
            var arrivals = load.arrivals().stream()
                    .filter(arrival -> !arrival.isKept() || ours.contains(arrival.mark()))
                    .toList();
            unplaced.remove(load.marks());
            var placed = store.place(arrivals.stream().map(Arrival::delivery).toList());
            return new Outcome(() -> answer(arrivals, placed.receipts()), placed.touched());
        });
    }

    private static void answer(List<Arrival> arrivals, List<Receipt> receipts) {
        for (var i = 0; i < arrivals.size(); i++) {
            arrivals.get(i).placed(receipts.get(i));
        }
    }

    private Outcome placedOneByOne(Load load, Throwable failure) throws InterruptedException {
        LOG.warn(
                "{} deliveries cannot be placed together; placing one after the other",
                load.arrivals().size(),
                failure);
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
        for (var tried = 1; arrival.delivery() instanceof Delivery.Kept kept; tried++) {
            if (tried >= TRIES && !Transactions.isAway(cause) && isSetAside(kept.payload(), cause)) {
                break;
            }
            pause(cause);
            try {
                return placed(load);
            } catch (Throwable e) { // as above
                cause = e;
            }
        }
        forget(load);
        arrival.failed(cause);
        return Outcome.NOTHING;
    }

    private void pause(Throwable cause) throws InterruptedException {
        if (stopping.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Handrail is stopping; what is marked is placed when it starts", cause);
        }
    }

    /** A mark that stays although all of it is placed is looked at again: duplicates change nothing. */
    private void forget(Load load) {
        try {
            transactions.run(() -> unplaced.remove(load.marks()));
        } catch (RuntimeException e) {
            LOG.warn("what is placed is still marked as not placed; it is looked at again in a minute", e);
        }
    }

    /** Has nothing be tried again: what is marked is placed when Handrail starts. */
    void stop() {
        stopping.countDown();
    }

    /** Returns false if that cannot be stored either. */
    private boolean isSetAside(long payload, Throwable cause) {
        try {
            transactions.run(() -> payloads.explain(payload, "its alerts could not be placed: " + cause));
            LOG.error(
                    "payload={} is kept, and its alerts cannot be placed; replay it once this is mended",
                    payload,
                    cause);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("payload={} is kept, and cannot be set aside; placing it again in {}", payload, AGAIN, e);
            return false;
        }
    }
}

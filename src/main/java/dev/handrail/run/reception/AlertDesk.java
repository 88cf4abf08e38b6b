package dev.handrail.run.reception;

import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.platform.Transactions;
import dev.handrail.run.desk.RunService;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes deliveries of alerts. Once the receipt of one is there, nothing of it can be lost.
 *
 * <p>Deliveries that wait for the disk together are stored together: one writer takes all that have come since its last commit,
 * decides them one after the other, and commits them at once. So a commit costs the same under load as it does alone, and two
 * senders cannot collide over one new incident; another process may still, and then the transaction is done again. People's
 * clicks do not pass here.
 */
@Singleton
public final class AlertDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

    /** More alerts than a commit of a second can take would only wait for each other. */
    private static final int WAITING_LIMIT = 20_000;

    /** Characters of a body that weigh as much as an alert: bodies wait in memory too. */
    private static final int LENGTH_OF_AN_ALERT = 2_000;

    private static final int COMMIT_LIMIT = 2_000;
    private static final Duration LAST_COMMIT = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final AlertStore store;
    private final RunService runs;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("handrail-alerts").unstarted(this::write);
    private final ExecutorService answers = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("handrail-answers").factory());
    private volatile boolean stopped;

    AlertDesk(Transactions transactions, AlertStore store, RunService runs) {
        this.transactions = transactions;
        this.store = store;
        this.runs = runs;
        writer.start();
    }

    private record Waiting(Delivery delivery, CompletableFuture<Receipt> answer) {
        int size() {
            return 1 + delivery.alerts().size() + delivery.length() / LENGTH_OF_AN_ALERT;
        }
    }

    /** Says whether so many alerts wait that a sender should come again later. */
    public boolean isFull() {
        return waiting.get() > WAITING_LIMIT;
    }

    /**
     * Stores a delivery, and opens, joins, reopens or resolves incidents by it. The stage completes after the commit, on a thread
     * that answers all: what follows must not block.
     */
    public CompletableFuture<Receipt> submit(Incoming incoming) {
        return submit(Delivery.of(incoming));
    }

    /** As {@link #submit}, for a caller who waits. */
    public Receipt receive(Incoming incoming) {
        return result(submit(incoming));
    }

    /** Decides again about alerts that were held, and returns once all are decided. */
    public void decideAgain(List<KeptAlert> held) {
        var answers = held.stream().map(alert -> submit(Delivery.again(alert))).toList();
        answers.forEach(AlertDesk::result);
    }

    private static Receipt result(CompletableFuture<Receipt> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<Receipt> submit(Delivery delivery) {
        var entry = new Waiting(delivery, new CompletableFuture<>());
        waiting.addAndGet(entry.size());
        queue.add(entry);
        if (stopped) {
            refuseRest();
        }
        return entry.answer();
    }

    private void write() {
        var batch = new ArrayList<Waiting>();
        while (!stopped) {
            try {
                var first = queue.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    gather(batch, first);
                    commit(batch);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                stopped = true;
            } finally {
                batch.clear();
            }
        }
        refuseRest();
    }

    private void gather(List<Waiting> batch, Waiting first) {
        var size = 0;
        for (var next = first; next != null; next = size < COMMIT_LIMIT ? queue.poll() : null) {
            batch.add(next);
            size += next.size();
        }
        waiting.addAndGet(-size);
    }

    /** One delivery that cannot be stored must not keep the others from it. */
    private void commit(List<Waiting> batch) {
        try {
            place(batch);
        } catch (Throwable e) { // also an Error: whoever waits must be answered, and the writer must live
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(e);
                return;
            }
            LOG.warn("{} deliveries cannot be stored together; storing one after the other", batch.size(), e);
            batch.forEach(one -> commit(List.of(one)));
        }
    }

    private void place(List<Waiting> batch) {
        var deliveries = batch.stream().map(Waiting::delivery).toList();
        var placed = transactions.writeAgainOnConflict(() -> store.place(deliveries));
        var senders = batch.stream().map(Waiting::answer).toList();
        answers.execute(() -> answer(senders, placed));
    }

    /** The writer is by then at the next commit: to answer takes about as long as to store. */
    private void answer(List<CompletableFuture<Receipt>> senders, AlertStore.Placed placed) {
        for (var i = 0; i < senders.size(); i++) {
            senders.get(i).complete(placed.receipts().get(i));
        }
        placed.touched().forEach(runs::changed);
    }

    private void refuseRest() {
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            left.answer().completeExceptionally(new IllegalStateException("Handrail is stopping; send it again"));
        }
    }

    /** Lets the commit that is under way end. */
    @Override
    @PreDestroy
    public void close() {
        stopped = true;
        try {
            writer.join(LAST_COMMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        refuseRest();
        answers.close();
    }
}

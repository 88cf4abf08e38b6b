package dev.handrail.run.arrival;

import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Receipt;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes deliveries of alerts. Once one is answered, nothing of it can be lost.
 *
 * <p>Deliveries that wait for the disk together go there together: one placer takes all that have come since its last commit,
 * decides them one after the other, and commits them at once. So two senders cannot collide over one new incident; another process
 * may still, and then the transaction is done again. Whoever comes alone is told what became of each alert. Where many come at
 * once, a keeper stores what they sent, and answers that, while the placer is at work: a short commit takes all of them, and
 * placing is done in few large ones. People's clicks do not pass here.
 */
@Singleton
public final class AlertDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(10);

    private final Keeper keeper;
    private final Placer placer;
    private final RunService runs;
    private final Line line = new Line();
    private final Thread keeping = thread("handrail-alerts-kept", this::keep);
    private final Thread placing = thread("handrail-alerts", this::place);

    /** The two are by then at their next commits: to answer takes about as long as to store. */
    private final ExecutorService answers = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("handrail-answers").factory());

    AlertDesk(Keeper keeper, Placer placer, RunService runs) {
        this.keeper = keeper;
        this.placer = placer;
        this.runs = runs;
        placing.start();
        keeping.start();
    }

    private static Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(work);
    }

    /** Says whether so many alerts wait that a sender should come again later. */
    public boolean isFull() {
        return line.isFull();
    }

    /**
     * Takes a delivery, and opens, joins, reopens or resolves incidents by it: before it is answered, or next. The stage completes
     * after a commit, on a thread that answers all: what follows must not block.
     */
    public CompletableFuture<Taken> submit(Incoming incoming) {
        return join(Delivery.of(incoming), false);
    }

    /** Takes a delivery, and returns once it is placed. */
    public Receipt receive(Incoming incoming) {
        return placed(join(Delivery.of(incoming), true));
    }

    /**
     * Places what another process kept, and did not come to place; returns at once.
     *
     * @param mark the number of the mark, which goes when all of it is placed
     */
    public void placeLeft(long mark, List<Delivery.Kept> left) {
        var arrivals = left.stream().map(kept -> Arrival.left(kept, mark)).toList();
        line.left(new Load(arrivals, List.of(mark)));
    }

    /** Decides again about alerts that were held, and returns once all are decided. */
    public void decideAgain(List<KeptAlert> held) {
        var answers =
                held.stream().map(alert -> join(Delivery.again(alert), true)).toList();
        answers.forEach(AlertDesk::placed);
    }

    private static Receipt placed(CompletableFuture<Taken> answer) {
        try {
            return switch (answer.join()) {
                case Taken.Placed taken -> taken.receipt();
                case Taken.Kept kept ->
                    throw new IllegalStateException("payload " + kept.payload() + " was answered before it was placed");
            };
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<Taken> join(Delivery delivery, boolean isPatient) {
        var arrival = Arrival.now(delivery, isPatient);
        if (!line.join(arrival)) {
            refuse(arrival);
        }
        return arrival.answer();
    }

    private void keep() {
        try {
            for (var arrivals = line.tooMany(); !arrivals.isEmpty(); arrivals = line.tooMany()) {
                var kept = Load.NOTHING;
                try {
                    kept = keeper.keep(arrivals);
                } finally {
                    line.kept(kept);
                }
                var answered = kept.arrivals();
                afterwards(() -> answered.forEach(Arrival::kept));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void place() {
        try {
            for (var load = line.next(); !load.isEmpty(); load = line.next()) {
                var outcome = placed(load);
                line.placed();
                afterwards(() -> tell(outcome));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The placer must live, and whoever waits be answered. */
    private Placer.Outcome placed(Load load) throws InterruptedException {
        try {
            return placer.place(load);
        } catch (RuntimeException | Error e) {
            LOG.error("{} deliveries could not be placed", load.arrivals().size(), e);
            load.arrivals().forEach(arrival -> arrival.failed(e));
            return Placer.Outcome.NOTHING;
        }
    }

    private void afterwards(Runnable work) {
        try {
            answers.execute(work);
        } catch (RejectedExecutionException _) { // Handrail stops, and whoever waits is answered all the same
            work.run();
        }
    }

    private void tell(Placer.Outcome outcome) {
        outcome.answers().run();
        outcome.touched().forEach(runs::changed);
    }

    private static void refuse(Arrival arrival) {
        arrival.failed(new IllegalStateException("Handrail is stopping; send it again"));
    }

    /** Lets what is under way end, and what is kept be placed; what is left of that is placed when Handrail starts again. */
    @Override
    @PreDestroy
    public void close() {
        line.close().forEach(AlertDesk::refuse);
        placer.stop();
        try {
            keeping.join(LAST_COMMIT);
            placing.join(LAST_COMMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        answers.close();
    }
}

package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.RightOfWay;
import dev.handrail.run.desk.IncidentListener;
import dev.handrail.run.desk.RunReader;
import dev.handrail.slack.lease.Lease;
import dev.handrail.slack.lease.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when which incident is reconciled: at once after a change in this process, every second for all that others changed
 * or a crash left behind, and when Slack is ready again. One pass at a time for each incident, a few incidents at a time; nothing
 * while another process has the lease.
 */
public final class Delivery implements IncidentListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int PARALLEL = 4;
    private static final int SWEPT = 1000;
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration LAST_CALLS = Duration.ofSeconds(6);

    private final Reconciler reconciler;
    private final RunReader runs;
    private final Lease lease;
    private final InstantSource clock;
    private final RightOfWay way;
    private final Map<IncidentId, Instant> due = new HashMap<>();
    private final Set<IncidentId> running = new HashSet<>();
    private final Thread thread = Thread.ofVirtual().name("slack-delivery").unstarted(this::work);

    /** The machine shares its processors between these threads and those that acknowledge; virtual ones would not make way. */
    private final ExecutorService passes = Executors.newFixedThreadPool(
            PARALLEL, Thread.ofPlatform().daemon().name("slack-delivery-", 1).factory());

    private Instant nextSweep = Instant.MIN;
    private boolean stopped;

    Delivery(Reconciler reconciler, RunReader runs, Lease lease, InstantSource clock, RightOfWay way) {
        this.way = way;
        this.reconciler = reconciler;
        this.runs = runs;
        this.lease = lease;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    @Override
    public synchronized void changed(IncidentId id) {
        due.put(id, clock.instant());
        notifyAll();
    }

    /** Slack answers again: whatever waits for it is tried now; what its budget has no room for, it holds back by itself. */
    synchronized void slackIsBack() {
        var now = clock.instant();
        due.replaceAll((_, _) -> now);
        notifyAll();
    }

    /** Lets the calls that are under way end. */
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        try {
            if (thread.isAlive() && !thread.join(LAST_CALLS)) {
                thread.interrupt();
            }
            passes.shutdown();
            if (!passes.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
                passes.shutdownNow();
            }
        } catch (InterruptedException e) {
            passes.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (awaitWork()) {
            sweep();
            begin();
        }
    }

    /** Waits until something is due. Returns false when it is time to stop. */
    private synchronized boolean awaitWork() {
        try {
            var wait = Duration.between(clock.instant(), next()).toMillis();
            while (!stopped && wait > 0) {
                wait(wait);
                wait = Duration.between(clock.instant(), next()).toMillis();
            }
            return !stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Instant next() {
        var now = clock.instant();
        var sweepAt = nextSweep.isBefore(now) ? now : nextSweep;
        return running.size() >= PARALLEL
                ? sweepAt
                : due.entrySet().stream()
                        .filter(entry -> !running.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(sweepAt::isAfter)
                        .min(Instant::compareTo)
                        .orElse(sweepAt);
    }

    private void sweep() {
        var now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        if (!lease.isHeld()) {
            return;
        }
        try {
            enlist(runs.undelivered(SWEPT), now);
        } catch (RuntimeException e) {
            LOG.warn("undelivered incidents cannot be read; reading them again in {}", SWEEP, e);
        }
    }

    private synchronized void enlist(List<IncidentId> undelivered, Instant now) {
        undelivered.stream().filter(id -> !running.contains(id)).forEach(id -> due.putIfAbsent(id, now));
    }

    /** What another process writes is its own to find: this one sweeps when it takes over. */
    private synchronized void begin() {
        if (stopped || !lease.isHeld()) {
            due.clear();
            return;
        }
        var now = clock.instant();
        var ready = due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .filter(entry -> !running.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .limit(Math.max(0, PARALLEL - running.size()))
                .map(Map.Entry::getKey)
                .toList();
        for (var id : ready) {
            due.remove(id);
            running.add(id);
            passes.execute(() -> pass(id));
        }
    }

    private void pass(IncidentId id) {
        var again = Instant.MAX;
        way.makeWay();
        try {
            again = reconciler.pass(id).orElse(Instant.MAX);
        } catch (LeaseLostException e) {
            LOG.info("incident={} is left to another process: {}", id.value(), e.getMessage());
        } catch (RuntimeException e) {
            again = clock.instant().plus(SWEEP.multipliedBy(5));
            LOG.error("incident={} cannot be shown in Slack; trying again at {}", id.value(), again, e);
        } finally {
            end(id, again);
        }
    }

    private synchronized void end(IncidentId id, Instant again) {
        running.remove(id);
        if (again.isBefore(Instant.MAX)) {
            due.merge(id, again, (one, other) -> one.isBefore(other) ? one : other);
        }
        notifyAll();
    }
}

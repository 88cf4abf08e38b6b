package dev.handrail.run.arrival;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The line in which arrivals stand, and which of the two who serve it takes them. The placer takes what is kept, and when nothing
 * is, what waits: few at a time are answered with what became of them. While it is at work and many wait, or one has waited for
 * long, the keeper takes those. In a burst the keeper takes whoever comes, and the placer what is kept by then every few
 * milliseconds. What came first is placed first.
 */
final class Line {
    /** So many may wait for the placer to come free: connections of a person, or of a small sender. */
    private static final int FEW = 8;

    /** Longer than most commits of few alerts take. */
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(10);

    /** No sender waits longer for the placer, whatever it waits for. */
    private static final long TOO_LONG = TimeUnit.SECONDS.toNanos(3);

    /** More alerts than a commit of a second can take would only wait for each other. */
    private static final int WAITING_LIMIT = 20_000;

    /** What is kept waits in memory too: once there is so much of it, senders wait for the placer after all. */
    private static final int KEPT_LIMIT = 6_000;

    private static final int COMMIT_LIMIT = 3_000;

    /** A commit that places so much, in alerts, is one of a burst. */
    private static final int BURST = 50;

    /** In a burst the placer takes what is kept no more often: a few large commits cost less than many. */
    private static final Duration GATHERED = Duration.ofMillis(20);

    private final Duration gathered;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forPlacer = lock.newCondition();
    private final Condition forKeeper = lock.newCondition();
    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private final Deque<Load> kept = new ArrayDeque<>();
    private int waitingWeight;
    private int keptWeight;
    private boolean placing;
    private boolean keeping;
    private boolean closed;
    private int lastWeight;
    private long lastTaken;

    Line() {
        this(GATHERED);
    }

    Line(Duration gathered) {
        this.gathered = gathered;
    }

    /** Says whether so many alerts wait that a sender should come again later. */
    boolean isFull() {
        lock.lock();
        try {
            return waitingWeight > WAITING_LIMIT;
        } finally {
            lock.unlock();
        }
    }

    /** Returns false when nobody is served any more. */
    boolean join(Arrival arrival) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            waiting.add(arrival);
            waitingWeight += arrival.weight();
            wake();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody is woken for what the next one brings along. */
    private void wake() {
        if (!placing && !keeping) {
            forPlacer.signal();
        } else if (waiting.size() == 1 || waiting.size() == FEW + 1) {
            forKeeper.signal();
        }
    }

    /** Waits for something to place. Returns an empty load when the line is closed, and nothing that is kept is left. */
    Load next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (kept.isEmpty() && (keeping || (waiting.isEmpty() && !closed))) {
                forPlacer.await();
            }
            if (!kept.isEmpty()) {
                gather();
            }
            var load = kept.isEmpty() ? new Load(take(), List.of()) : takeKept();
            placing = !load.isEmpty();
            lastWeight = load.weight();
            lastTaken = System.nanoTime();
            forKeeper.signal();
            return load;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for more of a burst, unless a commit is full of it. Whoever comes meanwhile has the keeper. */
    private void gather() throws InterruptedException {
        if (isBurst()) {
            placing = true;
            forKeeper.signal();
            var left = lastTaken + gathered.toNanos() - System.nanoTime();
            while (left > 0 && !closed && keptWeight < COMMIT_LIMIT) {
                left = forPlacer.awaitNanos(left);
            }
        }
    }

    private boolean isBurst() {
        return lastWeight >= BURST;
    }

    /** Says that what was handed to the placer is placed. */
    void placed() {
        lock.lock();
        try {
            placing = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until more wait than should. Returns nothing when the line is closed. */
    List<Arrival> tooMany() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (var left = untilTooMany(); left > 0 && !closed; left = untilTooMany()) {
                forKeeper.awaitNanos(left);
            }
            var taken = closed ? List.<Arrival>of() : take();
            keeping = !taken.isEmpty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long the keeper has nothing to do, in nanoseconds; {@link Long#MAX_VALUE} until somebody wakes it. */
    private long untilTooMany() {
        if (!placing || waiting.isEmpty()) {
            return Long.MAX_VALUE;
        }
        var waited = System.nanoTime() - waiting.getFirst().since();
        if (keptWeight > KEPT_LIMIT) {
            return TOO_LONG - waited;
        }
        return isBurst() || waiting.size() > FEW ? 0 : LONG - waited;
    }

    /** Hands what the keeper has kept to the placer. */
    void kept(Load load) {
        lock.lock();
        try {
            keeping = false;
            add(load);
        } finally {
            lock.unlock();
        }
    }

    /** Hands what was kept by a process that is no more to the placer. */
    void left(Load load) {
        lock.lock();
        try {
            if (!closed) {
                add(load);
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Load load) {
        if (!load.isEmpty()) {
            kept.add(load);
            keptWeight += load.weight();
        }
        forPlacer.signal();
    }

    private List<Arrival> take() {
        var taken = new ArrayList<Arrival>();
        for (var weight = 0; !waiting.isEmpty() && weight < COMMIT_LIMIT; ) {
            var arrival = waiting.remove();
            taken.add(arrival);
            weight += arrival.weight();
            waitingWeight -= arrival.weight();
        }
        return taken;
    }

    private Load takeKept() {
        var loads = new ArrayList<Load>();
        for (var weight = 0; !kept.isEmpty() && weight < COMMIT_LIMIT; ) {
            var load = kept.remove();
            loads.add(load);
            weight += load.weight();
            keptWeight -= load.weight();
        }
        return Load.together(loads);
    }

    /** Serves nobody who comes from now on. Returns those who wait and are not kept. */
    List<Arrival> close() {
        lock.lock();
        try {
            closed = true;
            forPlacer.signal();
            forKeeper.signal();
            var left = List.copyOf(waiting);
            waiting.clear();
            waitingWeight = 0;
            return left;
        } finally {
            lock.unlock();
        }
    }
}

package dev.handrail.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does something again and again, and at once when it is woken. For what nobody tells this process of: a folder
 * that was edited, a row that another replica wrote, a time that has come. A turn that fails is logged and done again.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** How long the end waits for the turn that is under way. */
    private static final Duration LAST_TURN = Duration.ofSeconds(3);

    private final String name;
    private final Duration every;
    private final Runnable turn;
    private final Semaphore woken = new Semaphore(0);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean rested = true;
    private volatile boolean stopped;

    /**
     * @param name what is done, for the log and for whoever lists threads
     * @param every the pause between two turns
     */
    public Rounds(String name, Duration every, Runnable turn) {
        this.name = name;
        this.every = every;
        this.turn = turn;
        this.thread = Thread.ofVirtual().name("handrail-" + name).unstarted(this::go);
    }

    /** Begins with the first turn; without effect once begun. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    /** Begins with the pause, for what has just been done. */
    public void startLater() {
        rested = false;
        start();
    }

    /** Has the next turn done now. Being woken ten times is being woken once. */
    public void wake() {
        woken.release();
    }

    /** Has no further turn begin, and does not wait for the one that is under way. */
    void stop() {
        stopped = true;
        woken.release();
    }

    /**
     * Lets the turn that is under way end, while there is still a database for it. It is not interrupted: that would close the
     * file of an embedded database under it.
     */
    @Override
    public void close() {
        stop();
        try {
            if (thread.isAlive() && !Thread.currentThread().equals(thread) && !thread.join(LAST_TURN)) {
                LOG.info("{} is still at work after {}; it is not waited for", name, LAST_TURN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void go() {
        if (!rested) {
            pause();
        }
        while (!stopped) {
            turn();
            pause();
        }
    }

    private void turn() {
        try {
            turn.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            failed(e);
        }
    }

    private void failed(Throwable cause) {
        if (stopped) {
            LOG.info(
                    "{} was under way when Handrail stopped, and is done again when it starts: {}",
                    name,
                    cause.toString());
        } else {
            LOG.warn("{} failed; doing it again in {}", name, every, cause);
        }
    }

    private void pause() {
        try {
            if (woken.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}

package dev.handrail.slack.inbound;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the inbox off in the order in which things came: at once when something comes, and every second for what a crash left
 * behind. What fails is tried again, and holds up only its own incident, as does what another replica is about to do.
 */
@Singleton
@Requires(bean = Handler.class)
final class Worker implements ApplicationEventListener<ServerStartupEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int BATCH = 200;
    private static final int TRIES = 5;
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Handler handler;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("slack-inbox").unstarted(this::work);
    private volatile boolean stopped;

    Worker(Inbox inbox, Handler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread.start();
    }

    /** Says that something has come, after its commit. */
    void wake() {
        wake.release();
    }

    @Override
    @PreDestroy
    public void close() {
        stopped = true;
        wake.release();
        try {
            if (thread.isAlive() && !thread.join(LAST_BATCH)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!stopped) {
                sweep();
                if (wake.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            var held = new HashSet<Long>();
            for (var item : inbox.open(BATCH)) {
                if (!stopped && !held.contains(item.incident()) && !goesOn(item)) {
                    held.add(item.incident());
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the inbox cannot be read; reading it again in {}", SWEEP, e);
        }
    }

    /** Returns whether the next thing of the same incident may be done. What is about none does not wait for another replica. */
    private boolean goesOn(Inbox.Item item) {
        return inbox.isOurs(item) ? handle(item) : item.incident() == 0;
    }

    private boolean handle(Inbox.Item item) {
        try {
            handler.handle(item);
            inbox.forget(item);
            return true;
        } catch (AlreadyDoneException e) {
            LOG.info("inbox={} {}", item.id(), e.getMessage());
            inbox.forget(item);
            return true;
        } catch (RuntimeException e) {
            return failed(item, e);
        }
    }

    private boolean failed(Inbox.Item item, RuntimeException cause) {
        inbox.noteFailure(item);
        if (item.failures() + 1 < TRIES) {
            LOG.warn("inbox={} incident={} failed; trying again in {}", item.id(), item.incident(), SWEEP, cause);
            return false;
        }
        LOG.warn(
                "inbox={} incident={} failed {} times; it is given up, and its presser is told",
                item.id(),
                item.incident(),
                TRIES,
                cause);
        handler.giveUp(item, cause);
        inbox.forget(item);
        return true;
    }
}

package dev.handrail.slack.inbound;

import dev.handrail.platform.RightOfWay;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the inbox off: at once when something comes, and every second for what a crash left behind. What is about one incident is
 * done in the order in which it came, and so is what one person asked that is about none; what fails, what is slow, and what
 * another replica is about to do holds up nothing else.
 */
@Singleton
@Requires(bean = Handler.class)
final class Worker implements ApplicationEventListener<ServerStartupEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final String INCIDENT = "incident ";
    private static final int BATCH = 200;
    private static final int PARALLEL = 2;
    private static final int TRIES = 5;
    private static final Duration SWEEP = Duration.ofSeconds(1);

    /** What comes within it is read at once: each look reads all that waits, and acknowledgements want the processor too. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Gate gate;
    private final Handler handler;
    private final RightOfWay way;
    private final Semaphore wake = new Semaphore(0);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofVirtual().name("slack-inbox").unstarted(this::work);

    /** The machine shares its processors between these threads and those that acknowledge; virtual ones would not make way. */
    private final ExecutorService lanes = Executors.newFixedThreadPool(
            PARALLEL, Thread.ofPlatform().daemon().name("slack-inbox-", 1).factory());

    private volatile boolean stopped;

    Worker(Inbox inbox, Gate gate, Handler handler, RightOfWay way) {
        this.way = way;
        this.gate = gate;
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
            lanes.shutdown();
            if (!lanes.awaitTermination(LAST_BATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                lanes.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            lanes.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!stopped) {
                sweep();
                if (wake.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHER);
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves to a lane what it may have in its hands: whatever was busy before the rows were read. */
    private void sweep() {
        var before = Set.copyOf(busy);
        try {
            inbox.open(incidents(before), BATCH).stream()
                    .filter(item -> !before.contains(lane(item)))
                    .collect(Collectors.groupingBy(Worker::lane, LinkedHashMap::new, Collectors.toList()))
                    .forEach((lane, items) -> begin(lane, ready(items)));
        } catch (RuntimeException e) {
            LOG.warn("the inbox cannot be read; reading it again in {}", SWEEP, e);
        }
    }

    /**
     * Returns what may be done now. Until Slack has said what somebody is, what they asked waits without a lane, and so does what
     * comes after it in its lane; so does what another replica is about to do, but for what is about no incident.
     */
    private List<Inbox.Item> ready(List<Inbox.Item> items) {
        var isOfIncident = items.getFirst().incident() != 0;
        var ours = isOfIncident
                ? items.stream().takeWhile(inbox::isOurs)
                : items.stream().filter(inbox::isOurs);
        return ours.takeWhile(item -> gate.isSettled(item.asked(), this::wake)).toList();
    }

    private static String lane(Inbox.Item item) {
        return item.incident() == 0 ? "by " + item.asked().by().id() : INCIDENT + item.incident();
    }

    private static Set<Long> incidents(Set<String> lanes) {
        return lanes.stream()
                .filter(lane -> lane.startsWith(INCIDENT))
                .map(lane -> Long.valueOf(lane.substring(INCIDENT.length())))
                .collect(Collectors.toSet());
    }

    private void begin(String lane, List<Inbox.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        busy.add(lane);
        lanes.execute(() -> {
            if (workOff(lane, items)) {
                busy.remove(lane);
                wake();
            } else {
                CompletableFuture.delayedExecutor(SWEEP.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> busy.remove(lane));
            }
        });
    }

    private boolean workOff(String lane, List<Inbox.Item> items) {
        try {
            return items.stream().allMatch(item -> !stopped && handle(item));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            LOG.warn("what waits in the inbox {} cannot be done; trying again in {}", lane, SWEEP, e);
            return false;
        }
    }

    /** Returns whether the next thing of the same lane may be done. */
    private boolean handle(Inbox.Item item) {
        way.makeWay();
        try {
            handler.handle(item);
            inbox.forget(item);
            return true;
        } catch (Inbox.AlreadyDoneException e) {
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

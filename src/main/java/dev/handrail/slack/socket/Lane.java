package dev.handrail.slack.socket;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one socket open for as long as Handrail runs. The next one is open before the one before is closed; what cannot be opened
 * is tried again, for ever, and less and less often; only a link that was disabled ends it.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** A socket that ends sooner has not been of use, and the next one is not hurried. */
    private static final Duration OF_USE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final int number;
    private final Sockets.Ground ground;
    private final Thread thread;
    private volatile @Nullable Socket current;

    Lane(int number, Sockets.Ground ground) {
        this.number = number;
        this.ground = ground;
        thread = Thread.ofVirtual().name("slack-socket-" + number).unstarted(this::go);
    }

    /** Opens connections; the listener is told what comes. */
    @FunctionalInterface
    interface Connector {
        CompletableFuture<WebSocket> connect(WebSocket.Listener listener)
                throws NoSocketException, InterruptedException;
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    /** Closes the socket; the next one is opened once what comes over it can be kept. */
    void leave() {
        var open = current;
        if (open != null) {
            open.leave();
        }
    }

    private void go() {
        try {
            keep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            ground.standing().closed(number);
        }
    }

    private void keep() throws InterruptedException {
        var failures = 0;
        var leaves = 0;
        while (true) {
            try {
                awaitStore();
                var next = open();
                var openedAt = System.nanoTime();
                replace(next);
                var ending = next.awaitEnd(ground.silence());
                if (ending == Ending.DISABLED) {
                    ground.disabled();
                    return;
                }
                var wasOfUse = System.nanoTime() - openedAt > OF_USE.toNanos();
                if (ending == Ending.LEAVING) {
                    leaves = wasOfUse ? 0 : leaves + 1;
                    failures = Math.max(0, leaves - 1);
                } else {
                    leaves = 0;
                    failures = wasOfUse ? 0 : failures + 1;
                    lost(next, ending);
                }
            } catch (NoSocketException e) {
                failures++;
                failed(e);
            }
            pause(failures);
        }
    }

    private Socket open() throws NoSocketException, InterruptedException {
        var socket = new Socket(ground.taker());
        var connections = socket.awaitHello(ground.connector().connect(socket));
        ground.standing().opened(number, connections);
        LOG.info("slack socket {} is open; the app has {} of them", number, connections);
        return socket;
    }

    private void lost(Socket socket, Ending ending) {
        switch (ending) {
            case UNKEPT -> socket.close();
            case SILENT -> {
                LOG.warn("slack socket {} is silent; opening another", number);
                socket.abort();
            }
            case LOST, LEAVING, DISABLED -> LOG.warn("slack socket {} is closed; opening another", number);
        }
        ground.standing().closed(number);
    }

    /** Over an open socket come presses that another replica could take, and this one would lose. */
    private void awaitStore() throws InterruptedException {
        var fault = ground.store().fault();
        if (fault.isEmpty()) {
            return;
        }
        LOG.warn("slack socket {} is not opened until it answers: {}", number, fault.get());
        close();
        ground.standing().closed(number);
        while (fault.isPresent()) {
            ground.standing().failed(fault.get());
            Thread.sleep(BETWEEN_QUESTIONS);
            fault = ground.store().fault();
        }
    }

    /** What was there before may serve for a while yet. */
    private void failed(NoSocketException why) {
        LOG.warn("slack socket {} cannot be opened: {}", number, why.getMessage());
        ground.standing().failed(String.valueOf(why.getMessage()));
        var before = current;
        if (before == null || before.hasEnded()) {
            ground.standing().closed(number);
        }
    }

    private void replace(Socket next) {
        var before = current;
        if (before != null) {
            before.retire();
        }
        current = next;
    }

    private void close() {
        var open = current;
        if (open != null) {
            open.close();
        }
    }

    private void pause(int failures) throws InterruptedException {
        if (failures > 0) {
            Thread.sleep(Waits.after(failures, RandomGenerator.getDefault()));
        }
    }
}

package dev.handrail.slack.socket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to Slack, from its opening to its end. What comes in envelopes is handed on, in the order in which it came. */
final class Socket implements WebSocket.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Slack gives an acknowledgement 3 s. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    /** Slack closes a socket about 10 s after it has said that it will. */
    private static final Duration TO_HANG_UP = Duration.ofSeconds(12);

    private static final int LARGEST = 2 * 1024 * 1024;

    private final BiConsumer<Socket, Frame.Envelope> taker;
    private final CompletableFuture<Integer> hello = new CompletableFuture<>();
    private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final Owed owed = new Owed();
    private final StringBuilder text = new StringBuilder();
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable WebSocket connection;

    Socket(BiConsumer<Socket, Frame.Envelope> taker) {
        this.taker = taker;
    }

    /** Returns how many connections the app has, once Slack says hello on this one. */
    int awaitHello(CompletableFuture<WebSocket> opening) throws NoSocketException, InterruptedException {
        try {
            connection = opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return hello.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NoSocketException("the socket cannot be opened: " + e.getCause());
        } catch (TimeoutException e) {
            abort();
            throw new NoSocketException("Slack did not say hello within " + PATIENCE.toSeconds() + " s");
        }
    }

    /** Waits until this socket is to be replaced; asks, while nothing is heard, whether somebody is there. */
    Ending awaitEnd(Duration silence) throws InterruptedException {
        while (true) {
            var ending = endings.poll(silence.toMillis() / 3, TimeUnit.MILLISECONDS);
            if (ending != null) {
                return ending;
            }
            if (System.nanoTime() - heardAt > silence.toNanos()) {
                return Ending.SILENT;
            }
            ping();
        }
    }

    /** Has it replaced. */
    void leave() {
        endings.add(Ending.UNKEPT);
    }

    boolean hasEnded() {
        return endings.contains(Ending.LOST);
    }

    private void ping() {
        var open = connection;
        if (open != null) {
            var _ = open.sendPing(ByteBuffer.allocate(0)).exceptionally(e -> {
                endings.add(Ending.LOST);
                return open;
            });
        }
    }

    /** Sends one message. Returns whether it is on its way. */
    synchronized boolean send(String message) {
        var open = connection;
        if (open == null || open.isOutputClosed()) {
            return false;
        }
        try {
            open.sendText(message, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            endings.add(Ending.LOST);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Notes that an envelope needs no acknowledgement any more. */
    void answered() {
        owed.answered();
    }

    /**
     * Leaves it to Slack to close what has been replaced: what still comes over it is taken and acknowledged. Slack is known not
     * to hang up now and then, so not for ever.
     */
    void retire() {
        var _ = end.copy()
                .completeOnTimeout(null, TO_HANG_UP.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(_ -> owed.none(TO_ANSWER))
                .thenRun(this::close);
    }

    /** Says goodbye, and does not wait for the answer: Slack is known not to hang up. */
    void close() {
        var open = connection;
        if (open != null) {
            var _ = open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(1, TimeUnit.SECONDS)
                    .whenComplete((_, _) -> open.abort());
        }
    }

    void abort() {
        var open = connection;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        connection = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        heardAt = System.nanoTime();
        if (text.length() <= LARGEST) {
            text.append(part);
        }
        if (last) {
            var whole = text.toString();
            text.setLength(0);
            text.trimToSize();
            take(whole);
        }
        from.request(1);
        return null;
    }

    private void take(String message) {
        if (message.length() > LARGEST) {
            LOG.warn("a message of over {} characters came over a socket; it is not taken", LARGEST);
            return;
        }
        switch (Frame.read(message)) {
            case Frame.Hello greeting -> hello.complete(greeting.connections());
            case Frame.Leaving leaving -> leaving(leaving.reason());
            case Frame.LinkDisabled _ -> endings.add(Ending.DISABLED);
            case Frame.Envelope envelope -> {
                owed.came();
                taker.accept(this, envelope);
            }
            case Frame.Unknown unknown -> LOG.info("slack socket ignored: {}", unknown.what());
        }
    }

    private void leaving(String reason) {
        LOG.info("slack socket disconnect reason={}: opening the next one first", reason);
        endings.add(Ending.LEAVING);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        heardAt = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heardAt = System.nanoTime();
        from.request(1);
        return null;
    }

    /** Acknowledges what came before the goodbye, and only then says it too. */
    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended(new NoSocketException("Slack closed it: " + status + " " + reason));
        return owed.none(TO_ANSWER);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended(new NoSocketException("it broke: " + error));
    }

    private void ended(NoSocketException why) {
        hello.completeExceptionally(why);
        endings.add(Ending.LOST);
        end.complete(null);
    }
}

package dev.handrail.slack.socket;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.handrail.platform.Json;
import dev.handrail.slack.inbound.Pipeline;
import dev.handrail.slack.inbound.Pipeline.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes envelopes in, many at a time, and acknowledges each once it is stored. What cannot be stored is not acknowledged: Slack
 * sends an event again, and whoever pressed sees that it did not work. Where that is so because the database is away, this process
 * leaves its sockets, and Slack turns to a replica that may have one.
 */
final class Acknowledger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);

    /** Where more are under way, the sockets are not read any further, and Slack waits. */
    private static final int AT_ONCE = 200;

    /** Slack waits for 3 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pipeline pipeline;
    private final Runnable onDoubt;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** @param onDoubt is called when something cannot be stored, or not in time */
    Acknowledger(Pipeline pipeline, Runnable onDoubt) {
        this.pipeline = pipeline;
        this.onDoubt = onDoubt;
    }

    void take(Socket from, Frame.Envelope envelope) {
        room.acquireUninterruptibly();
        try {
            threads.execute(() -> {
                try {
                    answer(from, envelope);
                } finally {
                    room.release();
                }
            });
        } catch (RejectedExecutionException e) {
            room.release();
            from.answered();
            LOG.info("an envelope came while Handrail stops; it is not acknowledged, and Slack sends it to another", e);
        }
    }

    private void answer(Socket from, Frame.Envelope envelope) {
        var late = CompletableFuture.runAsync(
                onDoubt,
                CompletableFuture.delayedExecutor(PATIENCE.toMillis(), MILLISECONDS, Thread::startVirtualThread));
        try {
            var payload = payload(pipeline.take(envelope.type(), envelope.payload()));
            if (!from.send(acknowledgement(envelope, payload))) {
                LOG.warn("an acknowledgement could not be sent: its socket is closed; what was asked is stored");
            }
        } catch (RuntimeException e) {
            LOG.warn("an envelope of {} cannot be stored; it is not acknowledged", envelope.type(), e);
            onDoubt.run();
        } finally {
            late.cancel(false);
            from.answered();
        }
    }

    /** What cannot be read now cannot be read when it is sent again. */
    private static Map<String, Object> payload(Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> taken.payload();
            case Answer.Unreadable unreadable -> {
                LOG.warn("what came over a socket cannot be read and is dropped: {}", unreadable.what());
                yield Map.of();
            }
        };
    }

    private static String acknowledgement(Frame.Envelope envelope, Map<String, Object> payload) {
        var message = new LinkedHashMap<String, Object>();
        message.put("envelope_id", envelope.id());
        if (envelope.takesAnswer() && !payload.isEmpty()) {
            message.put("payload", payload);
        }
        return Json.write(message);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}

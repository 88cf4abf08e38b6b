package dev.handrail.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A bot's end of a socket, with hands: a test reads what comes and acknowledges as it likes. */
final class TestSocket {
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket connection;

    private TestSocket(HttpClient http, URI url) {
        connection = http.newWebSocketBuilder().buildAsync(url, new Ear()).join();
    }

    static TestSocket open(HttpClient http, URI url) {
        return new TestSocket(http, url);
    }

    /** Waits for the next message. */
    JsonNode next() {
        try {
            var message = messages.poll(10, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came over the socket for 10 s");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void acknowledge(JsonNode envelope, String more) {
        connection
                .sendText(
                        "{\"envelope_id\":\"%s\"%s}"
                                .formatted(envelope.path("envelope_id").asText(), more),
                        true)
                .join();
    }

    boolean isClosed() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** What hears. */
    private final class Ear implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(Json.tree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(true);
        }
    }
}

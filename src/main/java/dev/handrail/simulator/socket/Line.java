package dev.handrail.simulator.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.interaction.Delivery;
import dev.handrail.simulator.interaction.Parcel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One socket, as Slack sees it. */
final class Line extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PING_SECONDS = 10;

    private final Switchboard board;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger carried = new AtomicInteger();
    private volatile @Nullable Channel channel;
    private volatile int number;
    private boolean hasLeft;

    Line(Switchboard board) {
        this.board = board;
    }

    /** An envelope that is not acknowledged yet. */
    private record Waiting(boolean takesAnswer, CompletableFuture<String> answer) {}

    int number() {
        return number;
    }

    int carried() {
        return carried.get();
    }

    /** Says hello. */
    void begin(int ownNumber, int connections) {
        number = ownNumber;
        var hello = message("hello").put("num_connections", connections);
        hello.putObject("connection_info").put("app_id", "A01LOCAL");
        hello.putObject("debug_info").put("host", "applink-local").put("approximate_connection_time", 18060);
        send(hello);
    }

    private static ObjectNode message(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("local_slack_unknown", "added at any time");
    }

    /** Sends an envelope, and waits 3 s for its acknowledgement; empty, and nothing is sent, where this socket is being closed. */
    Optional<Delivery> carry(Parcel parcel) {
        var started = System.nanoTime();
        var id = UUID.randomUUID().toString();
        var expected = new Waiting(takesAnswer(parcel), new CompletableFuture<>());
        waiting.put(id, expected);
        try {
            return sendUnlessLeft(envelope(id, parcel, expected.takesAnswer()))
                    ? Optional.of(answer(expected, started))
                    : Optional.empty();
        } finally {
            waiting.remove(id);
        }
    }

    private synchronized boolean sendUnlessLeft(ObjectNode envelope) {
        if (!hasLeft) {
            carried.incrementAndGet();
            send(envelope);
        }
        return !hasLeft;
    }

    private static Delivery answer(Waiting expected, long started) {
        try {
            return Delivery.answered(
                    200, millisSince(started), expected.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Delivery.unanswered(millisSince(started), "did not acknowledge in time");
        } catch (ExecutionException e) {
            return Delivery.unanswered(millisSince(started), "acknowledged with a payload where Slack takes none");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.unanswered(millisSince(started), "was not asked, because the local Slack is stopping");
        }
    }

    private static boolean takesAnswer(Parcel parcel) {
        return parcel.kind() == Parcel.Kind.COMMAND
                || parcel.type().equals("view_submission")
                || parcel.type().equals("block_suggestion");
    }

    private static ObjectNode envelope(String id, Parcel parcel, boolean takesAnswer) {
        var envelope = message(parcel.kind().envelope()).put("envelope_id", id);
        envelope.put("accepts_response_payload", takesAnswer);
        envelope.set("payload", parcel.payload());
        if (parcel.kind() == Parcel.Kind.EVENT) {
            envelope.put("retry_attempt", Integer.parseInt(parcel.retries().getOrDefault("x-slack-retry-num", "0")));
            envelope.put("retry_reason", parcel.retries().getOrDefault("x-slack-retry-reason", ""));
        }
        return envelope;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        var text = frame.text();
        try {
            acknowledged(Json.tree(text), text);
        } catch (IllegalArgumentException e) {
            board.problem(this, "not JSON", text);
        }
    }

    private void acknowledged(JsonNode message, String text) {
        var expected = waiting.get(message.path("envelope_id").asText());
        if (expected == null) {
            board.problem(this, "an acknowledgement of nothing that waits for one", text);
        } else if (message.has("payload") && !expected.takesAnswer()) {
            board.problem(this, "an acknowledgement with a payload where none is taken", text);
            expected.answer().completeExceptionally(new IllegalArgumentException("a payload"));
        } else {
            var payload = message.path("payload");
            expected.answer().complete(payload.isMissingNode() ? "" : payload.toString());
        }
    }

    /** Says that it will be closed, and closes it then. */
    void warn(Duration ahead) {
        send(message("disconnect").put("reason", "warning"));
        var open = channel;
        if (open != null) {
            var _ = open.eventLoop()
                    .schedule(() -> leave("refresh_requested"), ahead.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Says why, and closes it. */
    void leave(String reason) {
        board.left(this);
        goodbye(reason);
    }

    private synchronized void goodbye(String reason) {
        hasLeft = true;
        send(message("disconnect").put("reason", reason));
        var open = channel;
        if (open != null) {
            var _ = open.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
        }
    }

    /** Breaks it without a word. */
    void cut() {
        board.left(this);
        var open = channel;
        if (open != null) {
            var _ = open.close();
        }
    }

    /** Leaves it open, and neither listens nor speaks any more, as when a router between forgets it. */
    void mute() {
        board.left(this);
        var open = channel;
        if (open != null) {
            open.config().setAutoRead(false);
        }
    }

    private void send(ObjectNode message) {
        var open = channel;
        if (open != null) {
            var _ = open.writeAndFlush(new TextWebSocketFrame(message.toString()));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof HandshakeComplete) {
            channel = context.channel();
            var _ = context.executor()
                    .scheduleAtFixedRate(() -> ping(context), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
            board.joined(this);
        }
    }

    private static void ping(ChannelHandlerContext context) {
        if (context.channel().isActive() && context.channel().config().isAutoRead()) {
            var _ = context.writeAndFlush(new PingWebSocketFrame());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        board.left(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        board.problem(this, "the socket broke", String.valueOf(cause));
        var _ = context.close();
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}

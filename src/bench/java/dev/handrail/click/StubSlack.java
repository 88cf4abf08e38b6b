package dev.handrail.click;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.CallLog;
import dev.handrail.simulator.interaction.Carrier;
import dev.handrail.simulator.interaction.HttpCarrier;
import dev.handrail.simulator.socket.Switchboard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A Slack that says yes to every call, so that the load is Handrail's alone; clicks go the way that the local Slack's go. */
final class StubSlack implements AutoCloseable {
    private final AtomicLong messages = new AtomicLong();
    private final Switchboard switchboard =
            new Switchboard(new CallLog(InstantSource.system()), InstantSource.system());
    private final HttpServer server;

    StubSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var answer = answer(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    private String answer(String path) {
        return path.endsWith("/apps.connections.open")
                ? Json.write(Map.of("ok", true, "url", switchboard.address().toString()))
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("ok", true)
                        .put("channel", "C01BENCH")
                        .put("ts", "1790000000.%06d".formatted(messages.incrementAndGet()))
                        .toString();
    }

    URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    /** Returns what takes clicks to the bot: its sockets, or its address. */
    Carrier carrier(boolean overSockets, URI bot, String secret) {
        return overSockets ? switchboard : new HttpCarrier(bot, secret);
    }

    int sockets() {
        return switchboard.report().path("sockets").size();
    }

    @Override
    public void close() {
        switchboard.close();
        server.stop(0);
    }
}

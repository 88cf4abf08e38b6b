package dev.handrail.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.handrail.platform.Json;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A bot that keeps what Slack sends it and answers as a test tells it to. */
final class FakeBot implements AutoCloseable {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Received, Answer> behaviour = _ -> new Answer(200, "");

    /** One request, its headers by lower-case name. */
    record Received(Map<String, String> headers, String body) {
        /** Returns the payload of an interaction, the JSON of an event, or the fields of a command. */
        JsonNode payload() {
            var request = new Request("POST", "/", "", headers, body);
            var arguments = Arguments.of(request);
            return arguments.tree("payload").orElse(arguments.values());
        }
    }

    record Answer(int status, String body) {}

    FakeBot() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the fake bot cannot listen", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/slack");
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    Received last() {
        return received.getLast();
    }

    void answers(int status, String body) {
        behaviour = _ -> new Answer(status, body);
    }

    void behaves(Function<Received, Answer> how) {
        behaviour = how;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Received(headers, body);
            received.add(request);
            var answer = behaviour.apply(request);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    static JsonNode json(String text) {
        return Json.tree(text.replace('\'', '"'));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.handrail.latency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What stands at the other end: a Slack that says yes to every call, and a webhook. Both note when an alert's mark first came. */
final class Receivers implements AutoCloseable {
    static final int PORT = 18083;

    private static final Pattern MARK = Pattern.compile("zq(\\d+)zq");

    private final Map<Integer, Long> came = new ConcurrentHashMap<>();
    private final AtomicLong messages = new AtomicLong();
    private final HttpServer server;

    Receivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    static String mark(int number) {
        return "zq" + number + "zq";
    }

    /** Returns when each alert's mark first came, by {@link System#nanoTime}. */
    Map<Integer, Long> came() {
        return came;
    }

    private void take(HttpExchange exchange) throws IOException {
        var now = System.nanoTime();
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            if (path.endsWith("chat.postMessage") || path.equals("/hook")) {
                MARK.matcher(body).results().forEach(found -> came.putIfAbsent(Integer.parseInt(found.group(1)), now));
            }
            var answer = "{\"ok\": true, \"channel\": \"C01BENCH\", \"ts\": \"1790000000.%06d\"}"
                    .formatted(messages.incrementAndGet())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

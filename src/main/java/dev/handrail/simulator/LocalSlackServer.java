package dev.handrail.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A local Slack on a port of its own, on the loopback interface. It can be stopped and started again on the same port with
 * everything that was said, as when Slack is down for a minute.
 */
public final class LocalSlackServer implements AutoCloseable {
    private final LocalSlack slack;
    private final int port;
    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads) {}

    private LocalSlackServer(LocalSlack slack, int port) {
        this.slack = slack;
        running = listen(slack, port);
        this.port = running.server().getAddress().getPort();
        slack.servedAt(url());
    }

    /** Starts on a free port. */
    public static LocalSlackServer start(LocalSlackSettings settings, InstantSource clock) {
        return start(settings, clock, 0);
    }

    /** Starts on a port; 0 is a free one. */
    public static LocalSlackServer start(LocalSlackSettings settings, InstantSource clock, int port) {
        return new LocalSlackServer(new LocalSlack(settings, clock), port);
    }

    /** Returns where everything is, the page first; ends with a slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + LocalSlack.ROOT);
    }

    /** Returns the base address for a client of the Web API; ends with a slash. */
    public URI apiUrl() {
        return url().resolve("api/");
    }

    /** Goes down: connections are refused until {@link #resume}. */
    public synchronized void stop() {
        if (running != null) {
            slack.hangUp();
            running.server().stop(0);
            running.threads().shutdownNow();
            running = null;
        }
    }

    /** Comes up again, with everything as it was. */
    public synchronized void resume() {
        if (running == null) {
            running = listen(slack, port);
        }
    }

    @Override
    public void close() {
        stop();
        slack.close();
    }

    private static Running listen(LocalSlack slack, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, slack));
            server.start();
            return new Running(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("the local Slack cannot listen on port " + port, e);
        }
    }

    private static void answer(HttpExchange exchange, LocalSlack slack) throws IOException {
        try (exchange) {
            switch (slack.handle(request(exchange))) {
                case Reply.Answer answer -> write(exchange, answer);
                case Reply.Cut _ -> exchange.getRequestBody().close();
            }
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, Reply.Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}

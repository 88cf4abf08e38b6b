package dev.handrail.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.handrail.platform.Json;
import dev.handrail.simulator.LocalSlack;
import dev.handrail.simulator.LocalSlackSettings;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import dev.handrail.soak.audit.Posted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The local Slack, with all its memory, and a count of what was ever posted: under which mark, and where it stands. */
final class WatchedSlack implements Posted, AutoCloseable {
    private final LocalSlack slack;
    private final HttpServer server;
    private final Map<String, Integer> posts = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong withheld = new AtomicLong();
    private volatile CountDownLatch answering = new CountDownLatch(0);

    WatchedSlack(URI bot) throws IOException {
        var settings = LocalSlackSettings.of(Plan.BOT_TOKEN, Plan.SIGNING_SECRET, bot)
                .withBudgets(Budgets.unlimited())
                .withoutEvents();
        slack = new LocalSlack(settings, InstantSource.system());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns the base address of the Web API. */
    String apiUrl() {
        return "http://127.0.0.1:%d%sapi/".formatted(server.getAddress().getPort(), LocalSlack.ROOT);
    }

    @Override
    public synchronized Map<String, Integer> posts() {
        return new TreeMap<>(posts);
    }

    @Override
    public synchronized Map<String, String> places() {
        return Map.copyOf(places);
    }

    /** Answers nobody from now on, and does all the same what it is asked to. */
    void fallSilent() {
        answering = new CountDownLatch(1);
    }

    void speakAgain() {
        answering.countDown();
    }

    /** Returns how many posts were answered too late, or never. */
    long withheld() {
        return withheld.get();
    }

    long calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            var request = request(exchange);
            if (slack.handle(request) instanceof Reply.Answer answer) {
                var isPost = request.path().endsWith("/chat.postMessage");
                if (isPost) {
                    note(request, answer);
                }
                withheld.addAndGet(isPost && answering.getCount() > 0 ? 1 : 0);
                answering.await();
                write(exchange, answer);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counted before it is answered: an answer that does not arrive takes nothing back. */
    private void note(Request request, Reply.Answer answer) {
        var said = Json.tree(answer.body());
        var mark = Arguments.of(request).tree("metadata").map(metadata -> metadata.path("event_payload"));
        if (said.path("ok").asBoolean() && mark.isPresent() && mark.get().has("incident")) {
            var key = mark.get().path("incident").asText() + " "
                    + mark.get().path("slot").asText();
            var place = said.path("channel").asText() + " " + said.path("ts").asText();
            synchronized (this) {
                posts.merge(key, 1, Integer::sum);
                places.put(key, place);
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

    @Override
    public void close() {
        server.stop(0);
        slack.close();
    }
}

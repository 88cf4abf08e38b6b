package dev.handrail.preview.web;

import com.sun.net.httpserver.HttpExchange;
import dev.handrail.platform.Json;
import dev.handrail.preview.Press;
import dev.handrail.preview.SampleAlert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request and its answer. */
final class Visit {
    private static final int LARGEST = 1_000_000;
    private static final long LOOK = 300;
    private static final String JSON = "application/json";

    private final HttpExchange exchange;
    private final Guard guard;
    private final Desk desk;
    private final InstantSource clock;

    Visit(HttpExchange exchange, Guard guard, Desk desk, InstantSource clock) {
        this.exchange = exchange;
        this.guard = guard;
        this.desk = desk;
        this.clock = clock;
    }

    void answer() throws IOException {
        try (exchange) {
            if (guard.admits(exchange.getRequestMethod(), exchange.getRequestHeaders())) {
                admitted();
            } else {
                send(403, "text/plain", "This page is for the browser on this machine alone.\n");
            }
        }
    }

    private void admitted() throws IOException {
        try {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "POST /scene" -> scene();
                case "POST /modal" -> modal();
                case "GET /changes" -> changes();
                default -> file();
            }
        } catch (IllegalArgumentException e) {
            send(400, "text/plain", e.getMessage() + "\n");
        }
    }

    private void scene() throws IOException {
        var asked = asked();
        send(200, JSON, Json.write(stage(asked).scene(presses(asked))));
    }

    private void modal() throws IOException {
        var asked = asked();
        var modal = Optional.ofNullable(asked.button()).flatMap(button -> opened(asked, button));
        send(200, JSON, modal.orElse("null"));
    }

    private Optional<String> opened(Asked asked, Press button) {
        try {
            return stage(asked).modal(button, presses(asked));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    private Stage stage(Asked asked) throws IOException {
        var labels = Optional.ofNullable(asked.labels());
        var sample = labels.map(given -> new SampleAlert(given, desk.sample().annotations()))
                .orElseGet(desk::sample);
        return new Stage(desk.look(), sample, clock.instant());
    }

    private static List<Press> presses(Asked asked) {
        return Optional.ofNullable(asked.presses()).orElse(List.of());
    }

    private Asked asked() throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST);
        return Json.read(new String(body, StandardCharsets.UTF_8), Asked.class);
    }

    /** Says so whenever the file has changed, for as long as the page is open. */
    private void changes() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            var seen = "";
            while (!Thread.currentThread().isInterrupted()) {
                var mark = desk.mark();
                var event = mark.equals(seen) ? ":\n\n" : "data: changed\n\n";
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
                seen = mark;
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void file() throws IOException {
        var file = PageFiles.of(exchange.getRequestURI().getPath().substring(1));
        if (file.isPresent()) {
            send(200, file.get().type(), file.get().text());
        } else {
            send(404, "text/plain", "There is no such file.\n");
        }
    }

    private void send(int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        Map.of(
                        "Content-Type", type,
                        "Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "no-referrer",
                        "Cache-Control", "no-store")
                .forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

package dev.handrail.simulator;

import dev.handrail.simulator.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The files of the page. They load nothing from elsewhere and run no inline script, and the browser is told to enforce it. */
final class PageFiles {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-cache");

    /** Returns the file of that name; the page itself for an empty one. */
    Reply file(String path) {
        var name = path.isEmpty() ? "index.html" : path;
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !name.matches("[a-z-]+\\.[a-z]+")) {
            return Reply.text(404, "There is no such file.");
        }
        try (var file = PageFiles.class.getResourceAsStream("/local-slack/" + name)) {
            return file == null
                    ? Reply.text(404, "There is no such file.")
                    : new Reply.Answer(200, type, HEADERS, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the local Slack's file " + name, e);
        }
    }
}

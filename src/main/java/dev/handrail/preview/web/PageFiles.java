package dev.handrail.preview.web;

import dev.handrail.graph.Svg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page's files. What draws messages is the local Slack's own, so that the two cannot differ. */
final class PageFiles {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final Set<String> SLACKS = Set.of(
            "blocks.js",
            "dom.js",
            "elements.js",
            "emoji.js",
            "icon.svg",
            "markdown.js",
            "message.css",
            "mrkdwn.js",
            "richtext.js",
            "search.js");
    private static final Set<String> OWN = Set.of("index.html", "page.css", "page.js", "panes.js", "store.js");

    private PageFiles() {}

    record PageFile(String type, String text) {}

    /** Returns the file of that name; the page itself for an empty one. */
    static Optional<PageFile> of(String path) {
        var name = path.isEmpty() ? "index.html" : path;
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        if (name.equals("graph.css")) {
            return Optional.of(new PageFile(type, Svg.styles()));
        }
        if (SLACKS.contains(name)) {
            return Optional.of(new PageFile(type, text("/local-slack/" + name)));
        }
        return OWN.contains(name) ? Optional.of(new PageFile(type, text("/preview/" + name))) : Optional.empty();
    }

    private static String text(String name) {
        try (var file = PageFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the installation is not whole: %s is missing".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}

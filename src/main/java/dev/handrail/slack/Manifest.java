package dev.handrail.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * What Slack needs to know to make the app, in either form.
 *
 * @see <a href="https://docs.slack.dev/reference/app-manifest">Slack: app manifest</a>
 */
public final class Manifest {
    private static final String FILE = "/slack/manifest.json";

    private Manifest() {}

    /** Returns the app that Handrail opens sockets for: Slack need not reach it. */
    public static String overSockets() {
        return read().toPrettyString();
    }

    /** @param url where Slack reaches Handrail */
    public static String overHttp(URI url) {
        var address = url.toString().replaceFirst("/+$", "") + "/v1/slack";
        var manifest = read();
        at(manifest, "/features/slash_commands/0").put("url", address);
        at(manifest, "/settings/event_subscriptions").put("request_url", address);
        at(manifest, "/settings/interactivity").put("request_url", address).put("message_menu_options_url", address);
        at(manifest, "/settings").put("socket_mode_enabled", false);
        return manifest.toPrettyString();
    }

    private static ObjectNode at(ObjectNode manifest, String pointer) {
        if (manifest.at(pointer) instanceof ObjectNode node) {
            return node;
        }
        throw new IllegalStateException("%s has no object at %s".formatted(FILE, pointer));
    }

    private static ObjectNode read() {
        try (var stream = Manifest.class.getResourceAsStream(FILE)) {
            if (stream != null && Json.tree(stream.readAllBytes()) instanceof ObjectNode manifest) {
                return manifest;
            }
            throw new IllegalStateException("the installation is not whole: %s is missing".formatted(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}

package dev.handrail.slack.gateway;

import com.slack.api.Slack;
import dev.handrail.platform.Json;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.render.Message;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * Answers at the address that came with a command: it works in every channel, also where Handrail is no member, for 30 minutes and
 * five times.
 */
@Singleton
@Requires(bean = Slack.class)
public final class Responder {
    private static final String SLACK = "hooks.slack.com";

    private final Slack slack;
    private final URI api;

    Responder(Slack slack, SlackSettings settings) {
        this.slack = slack;
        this.api = settings.apiUrl();
    }

    /** Tells one person something that only they see. Returns why it could not be said; empty where it was. */
    public Optional<String> whisper(String address, Message message) {
        if (!isOfSlack(address)) {
            return Optional.of("the address to answer at is not Slack's");
        }
        var body = Map.of(
                "response_type",
                "ephemeral",
                "replace_original",
                false,
                "text",
                message.text().toString(),
                "blocks",
                message.blocks());
        try {
            var answer = slack.send(address, Json.write(body));
            return answer.getCode() / 100 == 2
                    ? Optional.empty()
                    : Optional.of("HTTP " + answer.getCode() + " " + answer.getBody());
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    /** The address comes signed; it is followed all the same only to Slack, or to the local one that we talk to. */
    private boolean isOfSlack(String address) {
        try {
            var url = new URI(address);
            var isSlack = "https".equals(url.getScheme()) && SLACK.equals(url.getHost());
            return isSlack || String.valueOf(api.getAuthority()).equals(url.getAuthority());
        } catch (URISyntaxException _) {
            return false;
        }
    }
}

package dev.handrail.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.slack.speech.Spoken;
import dev.handrail.slack.text.Harmless;
import java.util.List;
import java.util.Optional;

/** Reads the events that Slack sends: that somebody wrote to Handrail, or into a thread. */
final class EventReader {
    private static final int NAME = 80;

    private EventReader() {}

    static Received event(JsonNode envelope) {
        var type = envelope.path("type").asText();
        if (type.equals("url_verification")) {
            return new Received.Challenge(envelope.path("challenge").asText());
        }
        var event = envelope.path("event");
        var kind = event.path("type").asText();
        if (kind.equals("message") && event.has("thread_ts")) {
            return wrote(envelope, event).orElseGet(() -> new Received.Ignored("message that is no note"));
        }
        if (kind.equals("app_home_opened")) {
            return opened(envelope, event)
                    .orElseGet(() -> new Received.Ignored("app_home_opened, not of the Home tab"));
        }
        if (!kind.equals("app_mention") || event.has("bot_id") || event.has("subtype")) {
            return new Received.Ignored(Harmless.line(type + " " + kind, NAME));
        }
        return mentioned(envelope, event);
    }

    private static Received mentioned(JsonNode envelope, JsonNode event) {
        var by = PayloadReader.person(event.path("user").asText(), "");
        var spot = PayloadReader.spot(
                event.path("channel").asText(), event.path("thread_ts").asText(""));
        if (by.isEmpty() || spot.isEmpty()) {
            return new Received.Ignored("app_mention by or in nothing known");
        }
        var dedupe = "event|" + envelope.path("event_id").asText();
        return new Received.Request(
                new Asked.Mentioned(
                        by.get(),
                        spot.get(),
                        PayloadReader.said(event.path("text").asText()),
                        isGuest(envelope)),
                dedupe,
                Optional.empty());
    }

    /** The tab with the messages needs nothing of us. */
    private static Optional<Received> opened(JsonNode envelope, JsonNode event) {
        var by = PayloadReader.person(event.path("user").asText(), "");
        var spot = PayloadReader.spot(event.path("channel").asText(), "");
        if (!event.path("tab").asText("home").equals("home") || by.isEmpty() || spot.isEmpty()) {
            return Optional.empty();
        }
        var dedupe = "event|" + envelope.path("event_id").asText();
        return Optional.of(new Received.Request(new Asked.OpenedHome(by.get(), spot.get()), dedupe, Optional.empty()));
    }

    /**
     * Says whether the author is of none of the workspaces that Handrail was installed in. Where nothing says of which one they
     * are, the channel is shared with nobody.
     *
     * @see <a href="https://docs.slack.dev/apis/slack-connect">Slack Connect</a>
     */
    private static boolean isGuest(JsonNode envelope) {
        var event = envelope.path("event");
        var author = event.has("user_team") || event.has("source_team")
                ? List.of(
                        event.path("user_team").asText(),
                        event.path("source_team").asText())
                : List.of(event.path("team").asText());
        var ours = envelope.path("authorizations").path(0);
        var home = List.of(
                ours.path("team_id").asText(), ours.path("enterprise_id").asText());
        return !String.join("", home).isEmpty()
                && !String.join("", author).isEmpty()
                && author.stream().noneMatch(team -> !team.isEmpty() && home.contains(team));
    }

    /** A reply in a thread, which may bring files along. What bots write, and what is changed or deleted, is no note. */
    private static Optional<Received> wrote(JsonNode envelope, JsonNode event) {
        var subtype = event.path("subtype").asText("");
        var said = new StringBuilder(event.path("text").asText());
        event.path("files")
                .forEach(file -> said.append(' ').append(file.path("permalink").asText()));
        var by = PayloadReader.person(event.path("user").asText(), "");
        var spot = PayloadReader.spot(
                event.path("channel").asText(), event.path("thread_ts").asText());
        if (event.has("bot_id")
                || !(subtype.isEmpty() || subtype.equals("file_share"))
                || by.isEmpty()
                || spot.flatMap(Asked.Spot::thread).isEmpty()
                || said.toString().isBlank()) {
            return Optional.empty();
        }
        var text = PayloadReader.said(Spoken.unescaped(said.toString().strip())).orElseThrow();
        var dedupe = "event|" + envelope.path("event_id").asText();
        return Optional.of(new Received.Request(new Asked.Wrote(by.get(), spot.get(), text), dedupe, Optional.empty()));
    }
}

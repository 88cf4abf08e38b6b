package dev.handrail.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.slack.speech.Elsewhere;
import dev.handrail.slack.speech.Spoken;
import dev.handrail.slack.text.Harmless;
import java.util.Optional;
import java.util.Set;

/** Reads the events that Slack sends: that somebody wrote to Handrail, or into a thread. */
final class EventReader {
    private static final int NAME = 80;

    /** Plain words, words with files, and words that were also sent to the channel. */
    private static final Set<String> NOTES = Set.of("", "file_share", "thread_broadcast");

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
                        Elsewhere.wrote(envelope)),
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
                || !NOTES.contains(subtype)
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

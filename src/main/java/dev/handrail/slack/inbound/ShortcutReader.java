package dev.handrail.slack.inbound;

import static dev.handrail.slack.words.Wording.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.shortcut.Origin;
import dev.handrail.slack.shortcut.Shortcuts.Choice;
import dev.handrail.slack.shortcut.StartModal;
import dev.handrail.slack.speech.Spoken;
import dev.handrail.slack.text.Harmless;
import java.util.Optional;

/** Reads what comes of the shortcut of a message, and of the modal that it opens. */
final class ShortcutReader {
    private static final int QUOTED = 500;
    private static final int LONGEST_ID = 200;

    private ShortcutReader() {}

    static boolean isOurs(String callback) {
        return callback.equals(StartModal.CALLBACK);
    }

    /** Somebody chose the shortcut in the menu of a message. */
    static Optional<Received> chosen(JsonNode payload) {
        var message = payload.path("message");
        var ts = payload.path("message_ts").asText(message.path("ts").asText());
        var by = PayloadReader.person(payload.path("user"));
        var thread = message.path("thread_ts").asText();
        var spot = PayloadReader.spot(payload.path("channel").path("id").asText(), thread);
        if (!isOurs(payload.path("callback_id").asText()) || by.isEmpty() || spot.isEmpty() || ts.isEmpty()) {
            return Optional.empty();
        }
        var said = Spoken.unescaped(message.path("text").asText());
        var origin = new Origin(spot.get().channel(), ts, Text.storable(Harmless.line(said, QUOTED)));
        var trigger = payload.path("trigger_id").asText();
        return Optional.of(new Received.Request(
                new Asked.Shortcut(by.get(), spot.get(), origin),
                String.join("|", "shortcut", trigger),
                Optional.of(trigger).filter(id -> !id.isEmpty()),
                Optional.of(payload.path("response_url").asText()).filter(url -> !url.isEmpty())));
    }

    /** Returns the message that an open modal asks about. */
    static Optional<Asked> asking(JsonNode payload) {
        var memory = Json.tree(payload.at("/view/private_metadata").asText());
        return PayloadReader.person(payload.path("user"))
                .flatMap(by -> PayloadReader.spot(memory.path("channel").asText(), "")
                        .map(spot -> new Asked.Shortcut(by, spot, origin(spot, memory))));
    }

    /** Somebody chose a runbook for it. */
    static Optional<Received> submitted(JsonNode payload) {
        var view = payload.path("view");
        var by = PayloadReader.person(payload.path("user"));
        var memory = Json.tree(view.path("private_metadata").asText());
        var spot = PayloadReader.spot(memory.path("channel").asText(), "");
        if (by.isEmpty() || spot.isEmpty()) {
            return Optional.empty();
        }
        var values = view.at("/state/values");
        var runbook = values.at("/%1$s/%1$s/selected_option/value".formatted(StartModal.RUNBOOK))
                .asText();
        var why = values.at("/%1$s/%1$s/value".formatted(StartModal.WHY))
                .asText("")
                .strip();
        if (runbook.isBlank() || runbook.length() > LONGEST_ID) {
            return Optional.of(new Received.BadInput(StartModal.RUNBOOK, say("forms.input.choose")));
        }
        if (why.length() > SentenceModal.LONGEST) {
            return Optional.of(
                    new Received.BadInput(StartModal.WHY, say("forms.input.shorter", SentenceModal.LONGEST)));
        }
        var asked = new Asked.Starts(
                by.get(), spot.get(), origin(spot.get(), memory), new Choice(runbook, Text.storable(why)));
        var dedupe = String.join(
                "|",
                "view",
                view.path("id").asText(),
                view.path("hash").asText(),
                by.get().id());
        return Optional.of(new Received.Request(asked, dedupe, Optional.empty()));
    }

    private static Origin origin(Asked.Spot spot, JsonNode memory) {
        return new Origin(
                spot.channel(), memory.path("ts").asText(), memory.path("text").asText());
    }
}

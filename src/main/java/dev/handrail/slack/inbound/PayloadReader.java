package dev.handrail.slack.inbound;

import static dev.handrail.slack.words.Wording.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.incident.Person;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.slack.press.Chosen;
import dev.handrail.slack.press.Menu;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.speech.Elsewhere;
import dev.handrail.slack.text.Harmless;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what Slack sends: the payload of an interaction, the fields of a slash command, or an event. Never throws. */
final class PayloadReader {
    private static final int LONGEST_TEXT = 3000;
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]{1,30}");
    private static final Pattern TS = Pattern.compile("[0-9]{1,12}\\.[0-9]{1,9}");
    private static final int NAME = 80;
    private static final int LONGEST_PROBLEM = 200;

    private PayloadReader() {}

    /** @param type what the payload is, as the envelopes of sockets call it */
    static Received read(String type, JsonNode payload) {
        try {
            return switch (type) {
                case "interactive" -> interaction(payload);
                case "slash_commands" -> command(payload);
                case "events_api" -> EventReader.event(payload);
                default -> new Received.Ignored(Harmless.line("envelope " + type, NAME));
            };
        } catch (IllegalArgumentException e) {
            return new Received.Unreadable(Harmless.line(String.valueOf(e.getMessage()), LONGEST_PROBLEM));
        }
    }

    /** Done and answered as if Handrail had been mentioned. */
    private static Received command(JsonNode fields) {
        var text = fields.path("text").asText();
        var by =
                person(fields.path("user_id").asText(), fields.path("user_name").asText());
        var spot = spot(fields.path("channel_id").asText(), "");
        if (by.isEmpty() || spot.isEmpty()) {
            return new Received.SlashCommand(text);
        }
        var dedupe = "command|" + fields.path("trigger_id").asText();
        return new Received.Request(
                new Asked.Mentioned(by.get(), spot.get(), said(text)),
                dedupe,
                Optional.empty(),
                text(fields, "response_url"));
    }

    static Optional<String> said(String text) {
        return Optional.of(Text.storable(text.substring(0, Math.min(text.length(), LONGEST_TEXT))));
    }

    private static Received interaction(JsonNode payload) {
        var type = payload.path("type").asText();
        return switch (type) {
            case "block_actions" -> pressed(payload).orElseGet(() -> ignored(type, payload));
            case "view_submission" -> submitted(payload).orElseGet(() -> ignored(type, payload));
            case "block_suggestion" -> sought(payload);
            case "message_action" -> ShortcutReader.chosen(payload).orElseGet(() -> ignored(type, payload));
            default -> ignored(type, payload);
        };
    }

    private static Received ignored(String type, JsonNode payload) {
        var action = payload.path("actions").path(0).path("action_id").asText();
        return new Received.Ignored(Harmless.line(type + " " + action, NAME));
    }

    private static Optional<Received> pressed(JsonNode payload) {
        var action = payload.path("actions").path(0);
        var message = payload.path("container").path("message_ts").asText();
        var id = action.path("action_id").asText();
        var value = action.has("value")
                ? action.path("value").asText()
                : action.path("selected_option").path("value").asText();
        var by = person(payload.path("user"));
        var chosen = Menu.read(id, value);
        var verb = chosen.map(Menu.Choice::verb).or(() -> Verb.of(id));
        var ticket = chosen.map(Menu.Choice::ticket).orElse(value);
        var view = payload.path("view").path("id").asText();
        var spot = view.isEmpty() ? spot(payload, message) : remembered(payload);
        if (by.isEmpty()
                || verb.isEmpty()
                || spot.isEmpty()
                || Ticket.parse(ticket).isEmpty()) {
            return Optional.empty();
        }
        var dedupe = String.join(
                "|",
                "press",
                team(payload),
                message + view,
                id,
                action.path("action_ts").asText(),
                by.get().id());
        var asked = new Asked.Pressed(verb.get(), ticket, by.get(), spot.get(), Optional.empty())
                .from(Elsewhere.pressed(payload));
        var opens = view.isEmpty() ? text(payload, "trigger_id") : Optional.of(view);
        return Optional.of(new Received.Request(asked, dedupe, opens));
    }

    private static Optional<Asked.Spot> spot(JsonNode payload, String message) {
        var thread = payload.path("container").path("thread_ts").asText();
        return spot(payload.path("channel").path("id").asText(), thread.equals(message) ? "" : thread);
    }

    /** A button in a modal: where the button stood that opened it. */
    private static Optional<Asked.Spot> remembered(JsonNode payload) {
        var memory = Json.read(payload.at("/view/private_metadata").asText(), SentenceModal.Memory.class);
        return spot(memory.channel(), memory.thread());
    }

    private static Optional<Received> submitted(JsonNode payload) {
        if (ShortcutReader.isOurs(payload.at("/view/callback_id").asText())) {
            return ShortcutReader.submitted(payload);
        }
        return pressedAgain(payload)
                .map(pressed -> pressed.verb() == Verb.SWITCH_REVISION
                        ? submission(
                                payload,
                                pressed.saying(Optional.empty(), memory(payload).shown()))
                        : filledIn(payload, pressed));
    }

    /** Whose form it is that somebody types into. */
    private static Received sought(JsonNode payload) {
        var form = ShortcutReader.isOurs(payload.at("/view/callback_id").asText())
                ? ShortcutReader.asking(payload)
                : pressedAgain(payload).map(Asked.class::cast);
        return new Received.Sought(form, Harmless.line(payload.path("value").asText(), NAME));
    }

    /** The button that opened a modal, as the modal remembers it. */
    private static Optional<Asked.Pressed> pressedAgain(JsonNode payload) {
        var view = payload.path("view");
        var verb = Verb.of(view.path("callback_id").asText()).filter(Verb::isSubmitted);
        var by = person(payload.path("user"));
        if (verb.isEmpty() || by.isEmpty()) {
            return Optional.empty();
        }
        var memory = memory(payload);
        var spot = spot(memory.channel(), memory.thread());
        if (spot.isEmpty() || Ticket.parse(memory.ticket()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Asked.Pressed(verb.get(), memory.ticket(), by.get(), spot.get(), Optional.empty())
                .from(Elsewhere.pressed(payload)));
    }

    /** Nobody but we writes it, but it has been to Slack and back. */
    private static SentenceModal.Memory memory(JsonNode payload) {
        var json = payload.at("/view/private_metadata").asText();
        var tree = Json.tree(json);
        if (!Stream.of("ticket", "channel", "thread").allMatch(tree::hasNonNull)) {
            throw new IllegalArgumentException("a modal that does not remember its button");
        }
        return Json.read(json, SentenceModal.Memory.class);
    }

    private static Received filledIn(JsonNode payload, Asked.Pressed pressed) {
        var values = payload.at("/view/state/values");
        var sentence = values.at("/%1$s/%1$s/value".formatted(SentenceModal.FIELD))
                .asText("")
                .strip();
        var missing = sentence.isEmpty() && !SentenceModal.isOptional(pressed.verb());
        if (missing || sentence.length() > SentenceModal.LONGEST) {
            return new Received.BadInput(
                    SentenceModal.FIELD,
                    sentence.isEmpty()
                            ? say("forms.input.sentence")
                            : say("forms.input.shorter", SentenceModal.LONGEST));
        }
        var asks = SentenceModal.choice(pressed.verb());
        var typed = Optional.of(values.at("/%1$s/%1$s/value".formatted(SentenceModal.TYPED))
                        .asText("")
                        .strip())
                .filter(words -> !words.isEmpty());
        var picked = asks.flatMap(block -> Chosen.in(values.at("/%1$s/%1$s".formatted(block))));
        var problem = typed.flatMap(words -> Chosen.problem(words).or(() -> picked.map(_ -> say("forms.input.both"))));
        if (problem.isPresent()) {
            return new Received.BadInput(SentenceModal.TYPED, problem.get());
        }
        var choice = picked.or(() -> typed.map(Text::storable));
        if (choice.isEmpty() && SentenceModal.mustChoose(pressed.verb())) {
            return new Received.BadInput(asks.orElseThrow(), say("forms.input.choose"));
        }
        return submission(payload, pressed.saying(Optional.of(Text.storable(sentence)), choice));
    }

    private static Received submission(JsonNode payload, Asked.Pressed asked) {
        var dedupe = String.join(
                "|",
                "view",
                team(payload),
                payload.at("/view/id").asText(),
                payload.at("/view/hash").asText(),
                asked.by().id());
        return new Received.Request(asked, dedupe, Optional.empty());
    }

    static Optional<Person> person(JsonNode user) {
        return person(
                user.path("id").asText(),
                user.path("name").asText(user.path("username").asText()));
    }

    static Optional<Person> person(String id, String name) {
        return USER.matcher(id).matches()
                ? Optional.of(new Person(id, Harmless.line(name.isBlank() ? id : name, NAME)))
                : Optional.empty();
    }

    static Optional<Asked.Spot> spot(String channel, String thread) {
        return CHANNEL.matcher(channel).matches()
                ? Optional.of(new Asked.Spot(
                        channel, Optional.of(thread).filter(ts -> TS.matcher(ts).matches())))
                : Optional.empty();
    }

    private static String team(JsonNode payload) {
        return payload.path("team")
                .path("id")
                .asText(payload.path("user").path("team_id").asText());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
    }
}

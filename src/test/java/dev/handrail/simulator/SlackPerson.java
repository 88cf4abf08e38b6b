package dev.handrail.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody at a local Slack. */
public record SlackPerson(SlackDriver slack, String id) {
    /** Looks into a channel, by {@code #name} or id. */
    public SlackChannel inChannel(String channel) {
        return new SlackChannel(this, channel);
    }

    /** Looks into the conversation with the bot, which may not be there yet. */
    public SlackChannel inDirectMessages() {
        return new SlackChannel(this, "D" + id.substring(1));
    }

    /** Returns what only this person was told. */
    public List<SlackMessage> ephemerals() {
        return slack.ephemeralsOf(id);
    }

    /** Waits until this person alone is told something with this text in it. */
    public SlackMessage expectEphemeral(String containing) {
        return slack.awaitPresent(
                "an ephemeral message to " + id + " with: " + containing,
                () -> ephemerals().stream()
                        .filter(message -> message.contains(containing))
                        .findFirst());
    }

    /** Waits until this person has a modal open, and returns the one on top. */
    public SlackModal modal() {
        return slack.awaitPresent("a modal of " + id, this::topModal);
    }

    /** Waits until this person has no modal open. */
    public void expectNoModal() {
        slack.await("no modal of " + id, () -> topModal().isEmpty());
    }

    private Optional<SlackModal> topModal() {
        return SlackDriver.stream(slack.state().path("views"))
                .filter(view -> view.path("user").asText().equals(id))
                .filter(view -> !view.at("/view/type").asText().equals("home"))
                .reduce((_, last) -> last)
                .map(view -> new SlackModal(this, view.path("view")));
    }

    /** Opens the app's Home tab, and waits until it says something. */
    public JsonNode home(String containing) {
        slack.call("home", Map.of("user", id));
        return slack.awaitPresent(
                "a Home tab of " + id + " that says: " + containing,
                () -> SlackDriver.stream(slack.state().path("views"))
                        .filter(view -> view.path("user").asText().equals(id))
                        .map(view -> view.path("view"))
                        .filter(view -> view.path("type").asText().equals("home"))
                        .filter(view -> SlackMessage.readable(view).contains(containing))
                        .findFirst());
    }

    /** Chooses a shortcut of the app in the menu of a message. */
    public JsonNode shortcut(SlackMessage message, String callback) {
        return slack.call(
                "shortcut",
                Map.of("user", id, "channel", message.channel(), "ts", message.ts(), "callback_id", callback));
    }

    /** Types a slash command, for instance {@code /handrail open}, in a channel. */
    public JsonNode command(String channel, String text) {
        return slack.call("command", Map.of("user", id, "channel", channel, "text", text));
    }
}

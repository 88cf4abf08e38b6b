package dev.handrail.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A message as somebody saw it at one moment; {@link #now} looks again. */
public record SlackMessage(SlackPerson person, JsonNode node) {
    SlackMessage seenBy(SlackPerson reader) {
        return new SlackMessage(reader, node);
    }

    public String channel() {
        return node.path("channel").asText();
    }

    public String ts() {
        return node.path("ts").asText();
    }

    /** Returns the message as Slack's methods return it. */
    public JsonNode body() {
        return node.path("message");
    }

    /** Returns its top-level text. */
    public String text() {
        return body().path("text").asText();
    }

    public Optional<String> onlyFor() {
        return node.hasNonNull("only_for") ? Optional.of(node.path("only_for").asText()) : Optional.empty();
    }

    public boolean isDeleted() {
        return node.path("deleted").asBoolean();
    }

    public boolean isRoot() {
        return body().path("thread_ts").asText(ts()).equals(ts());
    }

    public boolean isEdited() {
        return body().has("edited");
    }

    /** Returns whether a text is anywhere in what is readable: its text or its blocks. */
    public boolean contains(String wanted) {
        return readable(body()).contains(wanted);
    }

    /** Returns all that can be read of it, one text a line. */
    public String readable() {
        return readable(body());
    }

    static String readable(JsonNode node) {
        var text = new StringBuilder();
        collect(node, text);
        return text.toString();
    }

    private static void collect(JsonNode node, StringBuilder text) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, text));
        }
        node.properties().forEach(field -> {
            if (field.getKey().equals("text") && field.getValue().isTextual()) {
                text.append(field.getValue().asText()).append('\n');
            } else if (!field.getKey().equals("metadata")) {
                collect(field.getValue(), text);
            }
        });
    }

    /** Returns the ids of people and groups whom it mentions, and {@code channel}, {@code here} or {@code everyone}. */
    public Set<String> mentions() {
        var all = new TreeSet<String>();
        node.path("mentions").forEach(kind -> kind.forEach(id -> all.add(id.asText())));
        return all;
    }

    /** Returns the labels of its buttons, in order. */
    public List<String> buttons() {
        return body().findParents("type").stream()
                .filter(element -> element.path("type").asText().equals("button"))
                .map(button -> button.path("text").path("text").asText())
                .toList();
    }

    /** Presses a button, or chooses from an overflow menu, by what it shows. Returns what came of it. */
    public JsonNode click(String label) {
        return act(Map.of("text", label));
    }

    /** Presses by action id, for what is not told apart by its label. */
    public JsonNode clickAction(String actionId) {
        return act(Map.of("action_id", actionId));
    }

    /** Chooses an option of a menu. */
    public JsonNode choose(String actionId, String option) {
        return act(Map.of("action_id", actionId, "option", option));
    }

    private JsonNode act(Map<String, String> what) {
        var arguments = new HashMap<String, Object>(what);
        arguments.put("user", person.id());
        arguments.put("channel", channel());
        arguments.put("ts", ts());
        return person.slack().call("click", arguments);
    }

    /** Returns its thread without itself, oldest first. */
    public List<SlackMessage> thread() {
        return new SlackChannel(person, channel())
                .messages().stream()
                        .filter(message ->
                                message.body().path("thread_ts").asText().equals(ts()) && !message.isRoot())
                        .toList();
    }

    /** Waits for a reply with this text; returns the newest. */
    public SlackMessage expectReply(String containing) {
        return person.slack()
                .awaitPresent(
                        "a reply with: " + containing,
                        () -> thread().stream()
                                .filter(message -> message.contains(containing))
                                .reduce((_, newest) -> newest));
    }

    /** Waits until this message itself says something. */
    public SlackMessage expect(String containing) {
        return person.slack()
                .awaitPresent(
                        "this message to say: " + containing,
                        () -> now().filter(message -> message.contains(containing)));
    }

    /** Writes a reply. */
    public void reply(String text) {
        person.slack()
                .call("message", Map.of("user", person.id(), "channel", channel(), "thread_ts", ts(), "text", text));
    }

    /** Looks again; empty if it is gone. */
    public Optional<SlackMessage> now() {
        return new SlackChannel(person, channel())
                .messages().stream()
                        .filter(message -> message.ts().equals(ts()))
                        .findFirst();
    }
}

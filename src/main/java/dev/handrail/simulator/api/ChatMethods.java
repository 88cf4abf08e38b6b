package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Channel;
import dev.handrail.simulator.workspace.Message;
import dev.handrail.simulator.workspace.Workspace;
import dev.handrail.slack.SlackLimits;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The methods of {@code chat}: posting, editing, and whispering to one person. */
final class ChatMethods {
    private final Workspace workspace;
    private final Conversations conversations;

    ChatMethods(Workspace workspace) {
        this.workspace = workspace;
        conversations = new Conversations(workspace);
    }

    Map<String, Function<Arguments, ObjectNode>> all() {
        return Map.of(
                "chat.postMessage", this::post,
                "chat.update", this::update,
                "chat.postEphemeral", this::whisper,
                "chat.getPermalink", this::permalink);
    }

    private ObjectNode post(Arguments arguments) {
        var channel = conversations.writable(required(arguments, "channel", "channel_not_found"));
        var body = Drafts.message(arguments);
        arguments.text("thread_ts").ifPresent(ts -> intoThread(channel, ts, arguments, body));
        var message = workspace.messages().add(channel.id(), Optional.empty(), body);
        return answer(message);
    }

    private void intoThread(Channel channel, String ts, Arguments arguments, ObjectNode body) {
        var root = workspace.messages().find(channel.id(), ts).filter(found -> !found.isEphemeral());
        if (root.isEmpty() || !root.get().thread().orElse(ts).equals(ts)) {
            throw new Refusal("thread_not_found");
        }
        body.put("thread_ts", ts);
        if (arguments.flag("reply_broadcast")) {
            body.put("subtype", "thread_broadcast");
        }
    }

    private ObjectNode update(Arguments arguments) {
        var channel = conversations.writable(required(arguments, "channel", "channel_not_found"));
        var ts = required(arguments, "ts", "message_not_found");
        var old = workspace
                .messages()
                .find(channel.id(), ts)
                .filter(found -> !found.isEphemeral())
                .orElseThrow(() -> new Refusal("message_not_found"));
        if (!old.author().equals(Workspace.BOT_USER)) {
            throw new Refusal("cant_update_message");
        }
        var message = workspace
                .messages()
                .edit(channel.id(), ts, body -> edited(body, arguments))
                .orElseThrow(() -> new Refusal("message_not_found"));
        return answer(message).put("text", message.body().path("text").asText());
    }

    private static ObjectNode edited(ObjectNode body, Arguments arguments) {
        Drafts.write(body, arguments, SlackLimits.UPDATE_TEXT_BYTES);
        body.putObject("edited")
                .put("user", Workspace.BOT_USER)
                .put("ts", body.path("ts").asText());
        return body;
    }

    private ObjectNode whisper(Arguments arguments) {
        var channel = conversations.writable(required(arguments, "channel", "channel_not_found"));
        var user = workspace
                .person(required(arguments, "user", "user_not_found"))
                .filter(person -> !person.bot())
                .orElseThrow(() -> new Refusal("user_not_in_channel"));
        var body = Drafts.message(arguments);
        arguments.text("thread_ts").ifPresent(ts -> body.put("thread_ts", ts));
        var message = workspace.messages().add(channel.id(), Optional.of(user.id()), body);
        return Answers.ok().put("message_ts", message.ts());
    }

    private ObjectNode permalink(Arguments arguments) {
        var channel = conversations.readable(required(arguments, "channel", "channel_not_found"));
        var message = workspace
                .messages()
                .find(channel.id(), required(arguments, "message_ts", "message_not_found"))
                .filter(found -> !found.isEphemeral())
                .orElseThrow(() -> new Refusal("message_not_found"));
        return Answers.ok()
                .put("channel", channel.id())
                .put(
                        "permalink",
                        DirectoryMethods.URL + "archives/" + channel.id() + "/p"
                                + message.ts().replace(".", ""));
    }

    private static ObjectNode answer(Message message) {
        var answer = Answers.ok().put("channel", message.channel()).put("ts", message.ts());
        answer.set("message", message.body().deepCopy());
        return answer;
    }

    static String required(Arguments arguments, String name, String error) {
        return arguments.text(name).orElseThrow(() -> new Refusal(error));
    }
}

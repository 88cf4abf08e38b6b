package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Channel;
import dev.handrail.simulator.workspace.Workspace;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The methods of {@code conversations} that are about conversations, not about what was said in them. */
final class ConversationMethods {
    private static final int PAGE = 100;

    private final Workspace workspace;
    private final Conversations conversations;

    ConversationMethods(Workspace workspace) {
        this.workspace = workspace;
        conversations = new Conversations(workspace);
    }

    Map<String, Function<Arguments, ObjectNode>> all() {
        return Map.of(
                "conversations.open", this::open,
                "conversations.info", this::info,
                "conversations.list", this::list,
                "conversations.join", this::join);
    }

    private ObjectNode open(Arguments arguments) {
        var user = workspace
                .person(ChatMethods.required(arguments, "users", "users_list_not_supplied"))
                .filter(person -> !person.bot())
                .orElseThrow(() -> new Refusal("user_not_found"));
        return answer(workspace.channels().direct(user.id()));
    }

    private ObjectNode info(Arguments arguments) {
        return answer(conversations.find(ChatMethods.required(arguments, "channel", "channel_not_found")));
    }

    private ObjectNode join(Arguments arguments) {
        var channel = conversations.find(ChatMethods.required(arguments, "channel", "channel_not_found"));
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        if (channel.isDirect()) {
            throw new Refusal("method_not_supported_for_channel_type");
        }
        return answer(workspace.channels().change(channel, found -> found.withJoined(true)));
    }

    private ObjectNode list(Arguments arguments) {
        var types = Set.of(arguments.text("types").orElse("public_channel").split(","));
        var found = workspace.channels().all().stream()
                .filter(channel -> types.contains(channel.isDirect() ? "im" : "public_channel"))
                .filter(channel -> !channel.archived() || !arguments.flag("exclude_archived"))
                .toList();
        var from = Cursor.offset(arguments);
        var limit = Math.min(arguments.number("limit").orElse(PAGE), 1000);
        var to = Math.min(found.size(), from + Math.max(1, limit));
        var answer = Answers.ok();
        var channels = answer.putArray("channels");
        found.subList(Math.min(from, to), to).forEach(channel -> channels.add(shape(channel)));
        Answers.page(answer, to < found.size() ? Cursor.of(Integer.toString(to)) : "");
        return answer;
    }

    private static ObjectNode answer(Channel channel) {
        var answer = Answers.ok();
        answer.set("channel", shape(channel));
        return answer;
    }

    private static ObjectNode shape(Channel channel) {
        var shape = Answers.object()
                .put("id", channel.id())
                .put("is_archived", channel.archived())
                .put("is_member", channel.joined())
                .put("is_channel", !channel.isDirect())
                .put("is_im", channel.isDirect())
                .put("context_team_id", Workspace.TEAM);
        channel.user().ifPresentOrElse(user -> shape.put("user", user), () -> shape.put("name", channel.name()));
        return shape;
    }
}

package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Message;
import dev.handrail.simulator.workspace.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The methods of {@code conversations} that read what was said: a channel newest first, a thread oldest first. */
final class HistoryMethods {
    private static final int PAGE = 100;
    private static final int LIMIT = 999;

    private final Workspace workspace;
    private final Conversations conversations;

    HistoryMethods(Workspace workspace) {
        this.workspace = workspace;
        conversations = new Conversations(workspace);
    }

    Map<String, Function<Arguments, ObjectNode>> all() {
        return Map.of("conversations.history", this::history, "conversations.replies", this::replies);
    }

    private ObjectNode history(Arguments arguments) {
        var channel = conversations.readable(ChatMethods.required(arguments, "channel", "channel_not_found"));
        var all = workspace.messages().readable(channel.id());
        var before = Cursor.place(arguments);
        var found = all.reversed().stream()
                .filter(Message::isInChannel)
                .filter(message -> within(message, arguments))
                .filter(message ->
                        before.map(ts -> message.ts().compareTo(ts) < 0).orElse(true))
                .toList();
        var replies = all.stream()
                .filter(message -> message.thread().isPresent())
                .collect(Collectors.groupingBy(message -> message.thread().orElseThrow()));
        var answer = page(found, arguments);
        answer.path("messages")
                .forEach(message -> summarise(
                        (ObjectNode) message,
                        replies.getOrDefault(message.path("ts").asText(), List.of())));
        return answer;
    }

    private ObjectNode replies(Arguments arguments) {
        var channel = conversations.readable(ChatMethods.required(arguments, "channel", "channel_not_found"));
        var ts = ChatMethods.required(arguments, "ts", "thread_not_found");
        var thread = workspace.messages().thread(channel.id(), ts);
        if (thread.isEmpty()) {
            throw new Refusal("thread_not_found");
        }
        var after = Cursor.place(arguments);
        var found = thread.stream()
                .filter(message -> message.ts().equals(ts) || within(message, arguments))
                .filter(message ->
                        after.map(last -> message.ts().compareTo(last) > 0).orElse(true))
                .toList();
        var answer = page(found, arguments);
        answer.path("messages").forEach(message -> {
            if (message.path("ts").asText().equals(ts)) {
                summarise((ObjectNode) message, thread.subList(1, thread.size()));
            }
        });
        return answer;
    }

    private static boolean within(Message message, Arguments arguments) {
        var inclusive = arguments.flag("inclusive");
        var oldest = arguments.text("oldest").map(ts -> compare(message, ts)).orElse(1);
        var latest = arguments.text("latest").map(ts -> compare(message, ts)).orElse(-1);
        return (oldest > 0 || (inclusive && oldest == 0)) && (latest < 0 || (inclusive && latest == 0));
    }

    private static int compare(Message message, String ts) {
        try {
            return new BigDecimal(message.ts()).compareTo(new BigDecimal(ts));
        } catch (NumberFormatException e) {
            var refusal = new Refusal("invalid_ts_oldest");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static ObjectNode page(List<Message> found, Arguments arguments) {
        var limit = Math.clamp(arguments.number("limit").orElse(PAGE), 1, LIMIT);
        var page = found.subList(0, Math.min(found.size(), limit));
        var answer = Answers.ok();
        var messages = answer.putArray("messages");
        page.forEach(message -> messages.add(shape(message, arguments.flag("include_all_metadata"))));
        Answers.page(
                answer, page.size() < found.size() ? Cursor.of(page.getLast().ts()) : "");
        return answer;
    }

    private static ObjectNode shape(Message message, boolean metadata) {
        var body = message.body().deepCopy();
        if (!metadata) {
            body.remove("metadata");
        }
        return body;
    }

    private static void summarise(ObjectNode root, List<Message> replies) {
        var answers = replies.stream()
                .filter(reply -> !reply.ts().equals(root.path("ts").asText()))
                .toList();
        if (!answers.isEmpty()) {
            root.put("thread_ts", root.path("ts").asText())
                    .put("reply_count", answers.size())
                    .put("latest_reply", answers.getLast().ts());
        }
    }
}

package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.wire.Reply;
import java.time.Duration;
import java.util.Map;

/** Answers of the Web API. Each carries a field that no documentation knows, because Slack adds fields as it likes. */
final class Answers {
    private Answers() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode ok() {
        var answer = object().put("ok", true);
        answer.putObject("local_slack_unknown").put("added", "at any time");
        return answer;
    }

    static Reply refused(Refusal refusal) {
        var answer = object().put("ok", false).put("error", refusal.error());
        answer.put("local_slack_unknown", 1);
        if (!refusal.details().isEmpty()) {
            var messages = answer.putObject("response_metadata").putArray("messages");
            refusal.details().forEach(messages::add);
        }
        return Reply.json(answer);
    }

    /** HTTP 429; {@code Retry-After} is in whole seconds, at least 1. */
    static Reply rateLimited(Duration wait) {
        var seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        var body = object().put("ok", false).put("error", "ratelimited").toString();
        return new Reply.Answer(
                429, "application/json; charset=utf-8", Map.of("Retry-After", Long.toString(seconds)), body);
    }

    /** Puts the cursor of the next page into an answer; empty text means that there is none. */
    static void page(ObjectNode answer, String nextCursor) {
        answer.put("has_more", !nextCursor.isEmpty());
        answer.putObject("response_metadata").put("next_cursor", nextCursor);
    }
}

package dev.handrail.slack.inbound;

import static dev.handrail.slack.words.Wording.say;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in, whatever carries it: what was asked is stored, then acknowledged, then done. Once the
 * answer is there, the row is committed.
 */
@Singleton
@Requires(bean = Worker.class)
public final class Pipeline {
    /** More than this, in bytes, is nothing that Slack sends. */
    public static final int LARGEST = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Inbox inbox;
    private final Worker worker;

    /** What came of something. */
    public sealed interface Answer {
        /** It is taken. The payload is empty where a mere "yes" is wanted. */
        record Taken(Map<String, Object> payload) implements Answer {
            public Taken {
                payload = Map.copyOf(payload);
            }
        }

        /** It is genuine, and cannot be read; nothing is stored. */
        record Unreadable(String what) implements Answer {}
    }

    Pipeline(Inbox inbox, Worker worker) {
        this.inbox = inbox;
        this.worker = worker;
    }

    /** @param type what the payload is, as the envelopes of sockets call it: {@code interactive}, for instance */
    public Answer take(String type, JsonNode payload) {
        return answer(PayloadReader.read(type, payload));
    }

    private Answer answer(Received received) {
        return switch (received) {
            case Received.Challenge challenge -> new Answer.Taken(Map.of("challenge", challenge.answer()));
            case Received.SlashCommand _ -> new Answer.Taken(unknown());
            case Received.BadInput bad -> new Answer.Taken(errors(bad));
            case Received.Request request -> new Answer.Taken(taken(request));
            case Received.Ignored ignored -> {
                LOG.info("slack inbound ignored: {}", ignored.what());
                yield new Answer.Taken(Map.of());
            }
            case Received.Unreadable unreadable -> new Answer.Unreadable(unreadable.what());
        };
    }

    private Map<String, Object> taken(Received.Request request) {
        inbox.take(request);
        worker.wake();
        return isSubmission(request) ? Map.of("response_action", "clear") : Map.of();
    }

    private static boolean isSubmission(Received.Request request) {
        return request.asked() instanceof Asked.Starts
                || (request.asked() instanceof Asked.Pressed pressed
                        && (pressed.sentence().isPresent() || pressed.choice().isPresent()));
    }

    private static Map<String, Object> unknown() {
        return Map.of("response_type", "ephemeral", "text", say("replies.nobody-known"));
    }

    private static Map<String, Object> errors(Received.BadInput bad) {
        return Map.of("response_action", "errors", "errors", Map.of(bad.field(), bad.problem()));
    }
}

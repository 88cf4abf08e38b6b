package dev.handrail.slack.inbound;

import static dev.handrail.slack.words.Wording.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.RightOfWay;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.suggest.Suggestions;
import dev.handrail.slack.text.Kit;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in, whatever carries it: what was asked is stored, then acknowledged, then done. Once the
 * answer is there, the row is committed. A form that would be refused is answered at once, while it is open, and so is a menu that
 * Handrail fills: nothing of them is stored.
 */
@Singleton
@Requires(bean = Worker.class)
public final class Pipeline {
    /** More than this, in bytes, is nothing that Slack sends. */
    public static final int LARGEST = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    /** Of the 3 s in which a menu is to be filled. */
    private static final int PATIENCE_MILLIS = 1200;

    private final Inbox inbox;
    private final Worker worker;
    private final Gate gate;
    private final Suggestions suggestions;
    private final Deeds deeds;
    private final RightOfWay way;

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

    Pipeline(Inbox inbox, Worker worker, Gate gate, Suggestions suggestions, Deeds deeds, RightOfWay way) {
        this.deeds = deeds;
        this.way = way;
        this.inbox = inbox;
        this.worker = worker;
        this.gate = gate;
        this.suggestions = suggestions;
    }

    /** @param type what the payload is, as the envelopes of sockets call it: {@code interactive}, for instance */
    public Answer take(String type, JsonNode payload) {
        return way.first(() -> answer(PayloadReader.read(type, payload)));
    }

    /** Does what storing something takes, and stores nothing; throws where the database does not let it. */
    public void tryStore() {
        inbox.tryStore();
    }

    private Answer answer(Received received) {
        return switch (received) {
            case Received.Challenge challenge -> new Answer.Taken(Map.of("challenge", challenge.answer()));
            case Received.SlashCommand _ -> new Answer.Taken(unknown());
            case Received.BadInput bad -> new Answer.Taken(errors(bad));
            case Received.Request request -> new Answer.Taken(taken(request));
            case Received.Sought sought -> new Answer.Taken(Map.of("options", offered(sought)));
            case Received.Ignored ignored -> {
                LOG.info("slack inbound ignored: {}", ignored.what());
                yield new Answer.Taken(Map.of());
            }
            case Received.Unreadable unreadable -> new Answer.Unreadable(unreadable.what());
        };
    }

    private Map<String, Object> taken(Received.Request request) {
        var fault = fault(request);
        if (fault.isPresent()) {
            return errors(fault.get());
        }
        inbox.take(request);
        worker.wake();
        return isSubmission(request) ? Map.of("response_action", "clear") : Map.of();
    }

    /** What cannot be looked at now is looked at when it is done, as is what Slack sends again. */
    private Optional<Received.BadInput> fault(Received.Request request) {
        try {
            return request.asked() instanceof Asked.Pressed form && isSubmission(request)
                    ? deeds.fault(form).filter(_ -> !inbox.isKnown(request))
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("a form cannot be looked at before it is taken; it is taken, and its person is told later", e);
            return Optional.empty();
        }
    }

    /** Slack waits for it, and it changes nothing: no row is kept. Whoever types sees an empty list rather than an error. */
    private List<Kit> offered(Received.Sought sought) {
        if (sought.form().filter(this::mayAsk).isEmpty()) {
            LOG.info("a menu is offered nothing: it is no menu of ours, or whoever types may not act");
            return List.of();
        }
        try {
            return offered(sought.form().get(), sought.words());
        } catch (RuntimeException e) {
            LOG.warn("what a menu offers cannot be found; it is offered nothing, and its person can type on", e);
            return List.of();
        }
    }

    private List<Kit> offered(Asked form, String words) {
        return switch (form) {
            case Asked.Pressed pressed ->
                Ticket.parse(pressed.ticket())
                        .map(ticket -> suggestions.of(pressed.verb(), ticket.incident(), words))
                        .orElse(List.of());
            case Asked.Shortcut shortcut -> suggestions.toStart(shortcut.origin(), words);
            case Asked.Starts _, Asked.Mentioned _, Asked.Wrote _, Asked.OpenedHome _ -> List.of();
        };
    }

    /** Whoever has the form open passed the gate a moment ago; on another replica, perhaps. */
    private boolean mayAsk(Asked form) {
        var settled = new CountDownLatch(1);
        try {
            if (!gate.isSettled(form, settled::countDown) && !settled.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.info("Slack has not said yet what {} is", form.by().id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return gate.denial(form).isEmpty();
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

package dev.handrail.slack.inbound;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes everything that Slack sends, at one address. Its signature is its authentication. */
@Controller("/v1/slack")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(bean = Worker.class)
final class SlackController {
    private static final Logger LOG = LoggerFactory.getLogger(SlackController.class);
    private static final int LARGEST = 1024 * 1024;

    private final SignatureCheck signatures;
    private final Inbox inbox;
    private final Worker worker;

    SlackController(SignatureCheck signatures, Inbox inbox, Worker worker) {
        this.signatures = signatures;
        this.inbox = inbox;
        this.worker = worker;
    }

    /** 200 once what was asked is stored; 401 for what Slack has not signed; 413 over 1 MB. */
    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> receive(HttpHeaders headers, @Body byte @Nullable [] sent) {
        var body = sent == null ? new byte[0] : sent;
        if (body.length > LARGEST) {
            return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
        }
        var timestamp = Optional.ofNullable(headers.get("X-Slack-Request-Timestamp"));
        var signature = Optional.ofNullable(headers.get("X-Slack-Signature"));
        if (!signatures.isGenuine(timestamp, signature, body)) {
            LOG.warn("a request is refused: Slack has not signed it within the last five minutes with our secret");
            return HttpResponse.unauthorized();
        }
        return answer(PayloadReader.read(body));
    }

    private HttpResponse<?> answer(Received received) {
        return switch (received) {
            case Received.Challenge challenge -> HttpResponse.ok(Map.of("challenge", challenge.answer()));
            case Received.SlashCommand _ -> HttpResponse.ok(help());
            case Received.BadInput bad -> HttpResponse.ok(errors(bad));
            case Received.Request request -> taken(request);
            case Received.Ignored ignored -> {
                LOG.info("slack inbound ignored: {}", ignored.what());
                yield HttpResponse.ok();
            }
        };
    }

    private HttpResponse<?> taken(Received.Request request) {
        inbox.take(request);
        worker.wake();
        return isSubmission(request) ? HttpResponse.ok(Map.of("response_action", "clear")) : HttpResponse.ok();
    }

    private static boolean isSubmission(Received.Request request) {
        return request.asked() instanceof Asked.Pressed pressed
                && (pressed.sentence().isPresent() || pressed.choice().isPresent());
    }

    private static Map<String, Object> help() {
        return Map.of(
                "response_type", "ephemeral", "text", Replies.HELP.spoken().toString());
    }

    private static Map<String, Object> errors(Received.BadInput bad) {
        return Map.of("response_action", "errors", "errors", Map.of(bad.field(), bad.problem()));
    }
}

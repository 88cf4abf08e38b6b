package dev.handrail.slack.http;

import dev.handrail.platform.Json;
import dev.handrail.platform.access.OwnProof;
import dev.handrail.slack.inbound.Pipeline;
import dev.handrail.slack.inbound.Pipeline.Answer;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes everything that Slack sends, at one address. Its signature is its authentication. */
@Controller("/v1/slack")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(bean = Pipeline.class)
final class SlackController {
    private static final Logger LOG = LoggerFactory.getLogger(SlackController.class);

    private final SignatureCheck signatures;
    private final Pipeline pipeline;

    SlackController(SignatureCheck signatures, Pipeline pipeline) {
        this.signatures = signatures;
        this.pipeline = pipeline;
    }

    /**
     * 200 once what was asked is stored; 400 for what is signed and cannot be read; 401 for what Slack has not signed; 404 where
     * no signing secret is set, because then everything comes over sockets; 413 over 1 MB.
     */
    @OwnProof
    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> receive(HttpHeaders headers, @Body byte @Nullable [] sent) {
        if (signatures.isOff()) {
            return HttpResponse.notFound();
        }
        var body = sent == null ? new byte[0] : sent;
        if (body.length > Pipeline.LARGEST) {
            return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
        }
        var timestamp = Optional.ofNullable(headers.get("X-Slack-Request-Timestamp"));
        var signature = Optional.ofNullable(headers.get("X-Slack-Signature"));
        if (!signatures.isGenuine(timestamp, signature, body)) {
            LOG.warn("a request is refused: Slack has not signed it within the last five minutes with our secret");
            return HttpResponse.unauthorized();
        }
        return taken(body);
    }

    /** Written here, because the framework's own writer leaves out lists that are empty, and Slack wants them. */
    private HttpResponse<?> taken(byte[] body) {
        HttpBody read;
        try {
            read = HttpBody.read(body);
        } catch (IllegalArgumentException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
        return switch (pipeline.take(read.type(), read.payload())) {
            case Answer.Taken taken ->
                taken.payload().isEmpty() ? HttpResponse.ok() : HttpResponse.ok(Json.write(taken.payload()));
            case Answer.Unreadable unreadable -> unreadable(unreadable.what());
        };
    }

    private static HttpResponse<?> unreadable(String what) {
        LOG.warn("a request that Slack signed cannot be read and is refused: {}", what);
        return HttpResponse.badRequest();
    }
}

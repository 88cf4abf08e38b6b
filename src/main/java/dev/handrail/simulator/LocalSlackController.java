package dev.handrail.simulator;

import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;

/** The local Slack within the bot's own HTTP server, for the demo: one process, one port. */
@Controller("/local-slack")
@Requires(property = "handrail.simulator.enabled", value = "true")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LocalSlackController {
    private final LocalSlack slack;

    LocalSlackController(LocalSlack slack) {
        this.slack = slack;
    }

    @Get("{/path:.*}")
    HttpResponse<byte[]> get(HttpRequest<?> request, Optional<String> path) {
        return answer(request, path, new byte[0]);
    }

    @Post("{/path:.*}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> post(HttpRequest<?> request, Optional<String> path) {
        return answer(request, path, raw(request));
    }

    /** The body as it came: bound to a parameter, forms would be taken apart and empty ones refused. */
    private static byte[] raw(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            throw new IllegalStateException("not a request of this server: " + request);
        }
        try (var body = server.byteBody().toInputStream()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the body of " + request, e);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, Optional<String> path, byte[] body) {
        if (request.getPath().equals("/local-slack")) {
            return HttpResponse.redirect(request.getUri().resolve(LocalSlack.ROOT));
        }
        return switch (slack.handle(read(request, path.orElse(""), body))) {
            case Reply.Answer answer -> write(answer);
            case Reply.Cut _ -> HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT);
        };
    }

    private static Request read(HttpRequest<?> request, String path, byte[] body) {
        var headers = new HashMap<String, String>();
        request.getHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Request(
                request.getMethodName(),
                LocalSlack.ROOT + path,
                Optional.ofNullable(request.getUri().getRawQuery()).orElse(""),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> write(Reply.Answer answer) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        answer.headers().forEach(response::header);
        return response.contentType(MediaType.of(answer.contentType()))
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}

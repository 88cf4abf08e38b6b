package dev.handrail.web.api;

import dev.handrail.platform.access.Role;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.web.ErrorBody;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the runbooks' source looked at now, instead of at the next poll: for the webhook of GitHub or GitLab, and for programs with
 * the API token. What was sent is not read: what counts is what the repository holds.
 */
@Controller("/v1/runbooks/refresh")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RefreshApi {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshApi.class);

    private final CurrentLibrary library;
    private final WebhookSecret secret;

    RefreshApi(CurrentLibrary library, WebhookSecret secret) {
        this.library = library;
        this.secret = secret;
    }

    /** 202 at once: the look itself takes as long as the repository's server does. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> refresh(HttpHeaders headers, @Nullable Authentication caller, @Body byte @Nullable [] sent) {
        var body = sent == null ? new byte[0] : sent;
        var isProgram = caller != null && caller.getRoles().contains(Role.API);
        if (!isProgram && !secret.signed(headers, body)) {
            LOG.warn(
                    "a call of the runbooks' webhook is refused: it is not signed with HANDRAIL_RUNBOOKS_WEBHOOK_SECRET");
            return HttpResponse.unauthorized()
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Handrail\"")
                    .body(new ErrorBody("the call is not signed; wanted X-Hub-Signature-256 (GitHub) or X-Gitlab-Token"
                            + " (GitLab) made with HANDRAIL_RUNBOOKS_WEBHOOK_SECRET, or the API token as bearer"));
        }
        library.wake();
        return HttpResponse.accepted()
                .body(Map.of("refresh", "begun", "source", library.standing().place()));
    }
}

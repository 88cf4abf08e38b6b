package dev.handrail.web.page;

import dev.handrail.web.access.FormTokens;
import dev.handrail.web.access.ReturnPath;
import dev.handrail.web.access.Sessions;
import dev.handrail.web.access.SignInThrottle;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Signing in with the administrator's password, and out again. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SignInController {
    private final Pages pages;
    private final FormTokens formTokens;
    private final Sessions sessions;
    private final SignInThrottle throttle;

    SignInController(Pages pages, FormTokens formTokens, Sessions sessions, SignInThrottle throttle) {
        this.pages = pages;
        this.formTokens = formTokens;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @Get("/sign-in")
    HttpResponse<?> form(HttpRequest<?> request, @QueryValue Optional<String> next) {
        return form(request, new ReturnPath(next.orElse("")), "");
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, String> fields) {
        var next = new ReturnPath(fields.getOrDefault("next", ""));
        if (!formTokens.accept(request, fields.getOrDefault(FormTokens.FIELD, ""))) {
            return form(request, next, "This form had expired. Please try once more.")
                    .status(HttpStatus.FORBIDDEN);
        }
        var address = request.getRemoteAddress().getHostString();
        if (!throttle.allow(address)) {
            return form(request, next, "Too many tries. Please wait a minute.")
                    .status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60");
        }
        var session = sessions.signIn(fields.getOrDefault("password", ""));
        if (session.isEmpty()) {
            return form(request, next, "That is not the password.").status(HttpStatus.UNAUTHORIZED);
        }
        throttle.succeeded(address);
        return HttpResponse.seeOther(URI.create(next.path())).cookie(session.get());
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request, @Body Map<String, String> fields) {
        if (!formTokens.accept(request, fields.getOrDefault(FormTokens.FIELD, ""))) {
            return form(request, new ReturnPath(""), "The form to sign out had expired.")
                    .status(HttpStatus.FORBIDDEN);
        }
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(sessions.signOut());
    }

    private MutableHttpResponse<String> form(HttpRequest<?> request, ReturnPath next, String problem) {
        return pages.show(request, "sign-in", new SignInPage(next.path(), problem));
    }
}

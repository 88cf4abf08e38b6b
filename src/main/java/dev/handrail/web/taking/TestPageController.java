package dev.handrail.web.taking;

import dev.handrail.page.trial.Confirmations;
import dev.handrail.page.trial.Trials;
import dev.handrail.web.page.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Confirms a test page by its link. As with a real one, following the link only shows a button. */
@Controller(Trials.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class TestPageController {
    private static final String TEMPLATE = "taking";

    private final Confirmations trials;
    private final Pages pages;

    TestPageController(Confirmations trials, Pages pages) {
        this.trials = trials;
        this.pages = pages;
    }

    @Get("/{token}")
    HttpResponse<?> show(HttpRequest<?> request, String token) {
        return trials.look(token)
                .<HttpResponse<?>>map(
                        trial -> pages.show(request, TEMPLATE, TakingPage.ofTest(trial.by(), request.getPath())))
                .orElseGet(() -> none(request));
    }

    @Post("/{token}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> confirm(HttpRequest<?> request, String token) {
        return trials.confirm(token)
                .<HttpResponse<?>>map(trial -> pages.show(request, TEMPLATE, TakingPage.confirmed(trial.by())))
                .orElseGet(() -> none(request));
    }

    private HttpResponse<?> none(HttpRequest<?> request) {
        return pages.show(request, TEMPLATE, TakingPage.noTest()).status(HttpStatus.NOT_FOUND);
    }
}

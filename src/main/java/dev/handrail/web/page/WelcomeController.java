package dev.handrail.web.page;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;

/** The front door: the list of incidents, or a guide through the demo. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class WelcomeController {
    private final Pages pages;
    private final boolean demo;
    private final String curl;

    /** @param curl a command with the alert token in it: only the demo, which listens to this machine alone, shows it */
    WelcomeController(
            Pages pages,
            @Value("${handrail.demo:false}") boolean demo,
            @Value("${handrail.demo-curl:``}") String curl) {
        this.pages = pages;
        this.demo = demo;
        this.curl = curl;
    }

    @Get("/")
    HttpResponse<?> welcome(HttpRequest<?> request) {
        return demo
                ? pages.show(request, "welcome", new WelcomePage(curl))
                : HttpResponse.seeOther(URI.create("/incidents"));
    }
}

package dev.handrail.web.page;

import dev.handrail.platform.access.Role;
import dev.handrail.web.OperatorReads;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** What needs whoever runs Handrail. */
@Controller("/operators")
@Secured(Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class OperatorsController {
    private final OperatorReads reads;
    private final Pages pages;

    OperatorsController(OperatorReads reads, Pages pages) {
        this.reads = reads;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        return pages.show(request, "operators", OperatorsPage.of(reads));
    }
}

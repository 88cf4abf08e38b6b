package dev.handrail.web.runbook;

import dev.handrail.platform.access.Role;
import dev.handrail.web.page.FailurePage;
import dev.handrail.web.page.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The list of runbooks, and each of them. */
@Controller("/runbooks")
@Secured(Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RunbooksController {
    private final Bookshelf shelf;
    private final Pages pages;
    private final InstantSource clock;

    RunbooksController(Bookshelf shelf, Pages pages, InstantSource clock) {
        this.shelf = shelf;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return pages.show(request, "runbooks", RunbooksPage.of(shelf, today()));
    }

    /** The id of a runbook is by default its path, and so has slashes. */
    @Get("/{+id}")
    HttpResponse<?> show(HttpRequest<?> request, String id) {
        var found = shelf.library().byId(id);
        if (found.isEmpty()) {
            var page = new FailurePage("No such runbook", "There is no runbook “" + id + "” in the library now.");
            return pages.show(request, "failure", page).status(HttpStatus.NOT_FOUND);
        }
        return pages.show(request, "runbook", RunbookPage.of(shelf, found.get(), today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

package dev.handrail.web.runbook;

import dev.handrail.platform.access.Role;
import dev.handrail.web.ErrorBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** Runbooks as JSON. Keys are snake_case, times ISO 8601 in UTC, and what is not known is {@code null}. */
@Controller("/v1/runbooks")
@Secured({Role.API, Role.ADMINISTRATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunbooksApi {
    private final Bookshelf shelf;
    private final RunbookJson json;

    RunbooksApi(Bookshelf shelf, RunbookJson json) {
        this.shelf = shelf;
        this.json = json;
    }

    @Get
    HttpResponse<?> list() {
        return HttpResponse.ok(json.list(shelf));
    }

    @Get("/{+id}")
    HttpResponse<?> find(String id) {
        var found = shelf.library().byId(id);
        return found.isPresent()
                ? HttpResponse.ok(json.whole(shelf, found.get()))
                : HttpResponse.notFound(new ErrorBody("there is no runbook '" + id + "'; GET /v1/runbooks lists them"));
    }
}

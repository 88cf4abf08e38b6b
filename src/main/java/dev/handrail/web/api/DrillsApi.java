package dev.handrail.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.handrail.incident.LastDrills;
import dev.handrail.platform.access.Role;
import dev.handrail.run.hand.DrillDesk;
import dev.handrail.run.hand.DrillDesk.Answer;
import dev.handrail.web.ErrorBody;
import dev.handrail.web.PublicUrl;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;

/** Drills as JSON: beginning one, and reading when which runbook was drilled. */
@Controller("/v1/drills")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DrillsApi {
    private static final int LIMIT = 100;

    private final DrillDesk desk;
    private final LastDrills drills;
    private final PublicUrl url;

    DrillsApi(DrillDesk desk, LastDrills drills, PublicUrl url) {
        this.desk = desk;
        this.drills = drills;
        this.url = url;
    }

    /** 201 with the incident; 400 for what cannot be read, 404 for a runbook that is not there, 409 for one that is retired. */
    @Post
    @Secured(Role.API)
    @Consumes(MediaType.ALL)
    HttpResponse<?> begin(@Body byte[] body) {
        DrillWish wish;
        try {
            wish = DrillWish.read(body);
        } catch (IllegalArgumentException e) {
            return HttpResponse.badRequest(new ErrorBody(String.valueOf(e.getMessage())));
        }
        return switch (desk.begin(wish.runbook(), wish.labels())) {
            case Answer.Begun begun -> HttpResponse.created(json(begun.drill()));
            case Answer.NoSuchRunbook none ->
                HttpResponse.notFound(new ErrorBody(
                        "there is no runbook '" + wish.runbook() + "' in the library; wanted " + none.advice()));
            case Answer.Retired retired ->
                HttpResponse.status(HttpStatus.CONFLICT)
                        .body(new ErrorBody(
                                retired.path() + " is retired: only active runbooks and drafts are drilled"));
        };
    }

    /** Newest first, at most 100; those of one runbook where its id is given. */
    @Get
    @Secured({Role.API, Role.ADMINISTRATOR})
    List<JsonNode> list(@QueryValue Optional<String> runbook) {
        return drills.newest(runbook, LIMIT).stream().map(this::json).toList();
    }

    private JsonNode json(LastDrills.Drill drill) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", drill.incident().value())
                .put("drill", true)
                .put("runbook", drill.runbook())
                .put("runbook_revision", drill.revision().value())
                .put("begun_at", drill.begunAt().toString())
                .put("url", url.of(drill.incident()));
    }
}

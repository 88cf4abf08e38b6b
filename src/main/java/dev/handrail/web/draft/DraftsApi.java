package dev.handrail.web.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.draft.Draft;
import dev.handrail.platform.Json;
import dev.handrail.platform.access.Role;
import dev.handrail.platform.source.Problem;
import dev.handrail.web.ErrorBody;
import dev.handrail.web.draft.DraftReads.Found;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The draft of a runbook as JSON. */
@Controller("/v1/incidents/{id}/draft")
@Secured({Role.API, Role.ADMINISTRATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
final class DraftsApi {
    private final DraftReads drafts;

    DraftsApi(DraftReads drafts) {
        this.drafts = drafts;
    }

    /** {@code decisive}: whether the next such alert would be walked with it. */
    @Get
    HttpResponse<?> find(String id) {
        return switch (drafts.find(id)) {
            case Found.Drafted(var view, var draft) ->
                HttpResponse.ok(json(view.incident().id().value(), draft));
            case Found.None none -> HttpResponse.notFound(new ErrorBody(none.why()));
        };
    }

    private static JsonNode json(long incident, Draft draft) {
        var json = new LinkedHashMap<String, Object>();
        json.put("incident", incident);
        json.put("path", draft.path());
        json.put("decisive", draft.isDecisive());
        json.put("markdown", draft.text());
        json.put("patch", draft.patch());
        json.put("problems", draft.problems().stream().map(DraftsApi::json).toList());
        return Json.tree(Json.write(json));
    }

    private static Map<String, Object> json(Problem problem) {
        var json = new LinkedHashMap<String, Object>();
        json.put("line", problem.at().line());
        json.put("column", problem.at().column());
        json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.put("rule", problem.rule());
        json.put("found", problem.found());
        json.put("wanted", problem.wanted());
        return json;
    }
}

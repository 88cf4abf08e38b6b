package dev.handrail.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.access.Role;
import dev.handrail.run.IncidentView;
import dev.handrail.web.ErrorBody;
import dev.handrail.web.IncidentReads;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Incidents as JSON. Keys are snake_case, times ISO 8601 in UTC, and what is not known is {@code null}. */
@Controller("/v1/incidents")
@Secured({Role.API, Role.ADMINISTRATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
final class IncidentsApi {
    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final IncidentReads incidents;
    private final IncidentJson json;

    IncidentsApi(IncidentReads incidents, IncidentJson json) {
        this.incidents = incidents;
        this.json = json;
    }

    /** Newest first. The next page begins before the last id of this one; a limit over 200 is 200. */
    @Get
    HttpResponse<?> list(@QueryValue Optional<String> before, @QueryValue Optional<String> limit) {
        if (before.isPresent() && number(before.get()).isEmpty()) {
            return refused("before", before.get(), "the id of an incident, for instance 42");
        }
        if (limit.isPresent() && number(limit.get()).isEmpty()) {
            return refused("limit", limit.get(), "a whole number from 1 to " + HIGHEST_LIMIT);
        }
        var count = limit.flatMap(IncidentsApi::number).orElse((long) DEFAULT_LIMIT);
        var page = incidents.page(
                before.flatMap(IncidentsApi::number).map(IncidentId::new), (int) Math.min(count, HIGHEST_LIMIT));
        return HttpResponse.ok(summaries(page));
    }

    @Get("/{id}")
    HttpResponse<?> find(String id) {
        var found = number(id).map(IncidentId::new).flatMap(incidents::find);
        return found.isPresent()
                ? HttpResponse.ok(json.whole(
                        found.get(), incidents.hashes(found.get().incident().id())))
                : HttpResponse.notFound(
                        new ErrorBody("there is no incident '" + id + "'; GET /v1/incidents lists them"));
    }

    /** The work list, those that fail first. */
    @Get("/{id}/items")
    HttpResponse<?> items(String id, @QueryValue Optional<String> offset, @QueryValue Optional<String> limit) {
        if (limit.isPresent() && number(limit.get()).isEmpty()) {
            return refused("limit", limit.get(), "a whole number from 1 to " + HIGHEST_LIMIT);
        }
        if (offset.filter(text -> !text.equals("0") && number(text).isEmpty()).isPresent()) {
            return refused("offset", offset.get(), "a whole number from 0");
        }
        var found = number(id).map(IncidentId::new).flatMap(incidents::find);
        var count = limit.flatMap(IncidentsApi::number).orElse((long) DEFAULT_LIMIT);
        var first = offset.flatMap(IncidentsApi::number).orElse(0L);
        return found.isPresent()
                ? HttpResponse.ok(incidents
                        .items(found.get().incident().id(), Math.toIntExact(Math.min(first, Integer.MAX_VALUE)), (int)
                                Math.min(count, HIGHEST_LIMIT))
                        .stream()
                        .map(IncidentJson::item)
                        .toList())
                : HttpResponse.notFound(
                        new ErrorBody("there is no incident '" + id + "'; GET /v1/incidents lists them"));
    }

    private List<JsonNode> summaries(List<IncidentView> page) {
        return page.stream().<JsonNode>map(json::summary).toList();
    }

    private static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static HttpResponse<ErrorBody> refused(String parameter, String found, String wanted) {
        return HttpResponse.badRequest(
                new ErrorBody("parameter '%s': found '%s'; wanted %s".formatted(parameter, found, wanted)));
    }
}

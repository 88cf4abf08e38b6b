package dev.handrail.web.silence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.handrail.alert.Silence;
import dev.handrail.platform.access.Role;
import dev.handrail.run.silence.SilenceDesk;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.web.access.FormTokens;
import dev.handrail.web.page.Pages;
import dev.handrail.web.silence.SilencesPage.SilenceRow;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page of silences and maintenance windows: what holds alerts, and what is held. */
@Controller("/silences")
@Secured(Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SilencesController {
    private static final List<String> FIELDS = List.of("matchers", "for", "who", "why");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final SilenceDesk desk;
    private final CurrentLibrary library;
    private final Pages pages;
    private final FormTokens formTokens;
    private final InstantSource clock;

    SilencesController(
            SilenceDesk desk, CurrentLibrary library, Pages pages, FormTokens formTokens, InstantSource clock) {
        this.desk = desk;
        this.library = library;
        this.pages = pages;
        this.formTokens = formTokens;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        return page(request, Map.of(), "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, @Body Map<String, String> fields) {
        if (!isOurs(request, fields)) {
            return expired(request, fields);
        }
        var wish = JsonNodeFactory.instance.objectNode();
        FIELDS.forEach(field -> wish.put(field, fields.getOrDefault(field, "")));
        try {
            desk.make(SilenceWish.read(wish, clock.instant()));
        } catch (IllegalArgumentException e) {
            return page(request, fields, String.valueOf(e.getMessage())).status(HttpStatus.BAD_REQUEST);
        }
        return back();
    }

    /** One that is over, or not there, is as it was wanted to be. */
    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, String id, @Body Map<String, String> fields) {
        if (!isOurs(request, fields)) {
            return expired(request, Map.of());
        }
        var who = fields.getOrDefault("who", "").strip();
        if (who.isEmpty() || who.length() > SilenceWish.LONGEST_NAME) {
            return page(request, Map.of(), "Please say who ends silence #%s.".formatted(id))
                    .status(HttpStatus.BAD_REQUEST);
        }
        if (NUMBER.matcher(id).matches()) {
            desk.end(Long.parseLong(id), who);
        }
        return back();
    }

    private boolean isOurs(HttpRequest<?> request, Map<String, String> fields) {
        return formTokens.accept(request, fields.getOrDefault(FormTokens.FIELD, ""));
    }

    private HttpResponse<?> expired(HttpRequest<?> request, Map<String, String> fields) {
        return page(request, fields, "This form had expired. Please try once more.")
                .status(HttpStatus.FORBIDDEN);
    }

    private static HttpResponse<?> back() {
        return HttpResponse.seeOther(URI.create("/silences"));
    }

    private MutableHttpResponse<String> page(HttpRequest<?> request, Map<String, String> form, String problem) {
        var now = clock.instant();
        var held = new HeldNow(desk.held(HeldNow.LIMIT));
        var flows = library.library().catalogue().flows().values().stream();
        var page = new SilencesPage(
                rows(desk.current(), held, now),
                rows(desk.past(), held, now),
                SilencesPage.windows(flows, held, now),
                SilencesPage.rows(held),
                form,
                problem);
        return pages.show(request, "silences", page);
    }

    private static List<SilenceRow> rows(List<Silence> silences, HeldNow held, Instant now) {
        return silences.stream()
                .map(silence -> SilenceRow.of(silence, held, now))
                .toList();
    }
}

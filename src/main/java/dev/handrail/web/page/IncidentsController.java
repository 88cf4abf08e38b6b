package dev.handrail.web.page;

import dev.handrail.incident.IncidentId;
import dev.handrail.page.book.SentPages;
import dev.handrail.platform.access.Role;
import dev.handrail.run.IncidentView;
import dev.handrail.web.IncidentReads;
import dev.handrail.web.PayloadReads;
import dev.handrail.web.access.Passes;
import dev.handrail.web.access.ReturnPath;
import dev.handrail.web.timeline.Times;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The list of incidents, and each of them. */
@Controller("/incidents")
@Secured(Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class IncidentsController {
    private static final int PAGE = 50;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final IncidentReads incidents;
    private final PayloadReads payloads;
    private final SentPages told;
    private final Passes passes;
    private final Pages pages;
    private final InstantSource clock;

    IncidentsController(
            IncidentReads incidents,
            PayloadReads payloads,
            SentPages told,
            Passes passes,
            Pages pages,
            InstantSource clock) {
        this.passes = passes;
        this.told = told;
        this.incidents = incidents;
        this.payloads = payloads;
        this.pages = pages;
        this.clock = clock;
    }

    /** A word or a number that is none counts as not given: people mend addresses by hand. */
    @Get
    HttpResponse<?> list(
            HttpRequest<?> request, @QueryValue Optional<String> status, @QueryValue Optional<String> before) {
        var shown = IncidentsPage.Shown.of(status.orElse(""));
        var first = before.flatMap(IncidentsController::id);
        var page = shown == IncidentsPage.Shown.OPEN ? List.<IncidentView>of() : incidents.page(first, PAGE);
        var open =
                shown == IncidentsPage.Shown.CLOSED || first.isPresent() ? List.<IncidentView>of() : incidents.open();
        var closed = page.stream().filter(view -> !view.incident().isOpen()).toList();
        return pages.show(
                request, "incidents", new IncidentsPage(shown, rows(open), rows(closed), older(shown, page), now()));
    }

    /** Also for whoever carries a pass to the incident; anybody else is asked to sign in. */
    @Get("/{number}")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> show(HttpRequest<?> request, String number) {
        var signedIn = Passes.isSignedIn(request);
        var found = id(number)
                .filter(id -> signedIn || passes.holder(request, id).isPresent())
                .flatMap(incidents::find)
                .filter(view ->
                        signedIn || passes.holder(request, view.incident()).isPresent());
        if (found.isEmpty() && !signedIn) {
            return HttpResponse.seeOther(URI.create("/sign-in?next=" + new ReturnPath(request.getPath()).path()));
        }
        if (found.isEmpty()) {
            return pages.show(request, "failure", FailurePage.noIncident(number))
                    .status(HttpStatus.NOT_FOUND);
        }
        var hashes = incidents.hashes(found.get().incident().id());
        var id = found.get().incident().id();
        var sent = new IncidentPage.Sent(payloads.of(id), incidents.refusals(id), told.of(id));
        var beside = new IncidentPage.Beside(hashes, sent, incidents.alerts(id, AlertsShown.LISTED));
        return pages.show(request, "incident", IncidentPage.of(found.get(), beside, clock.instant()));
    }

    private List<IncidentRow> rows(List<IncidentView> views) {
        var now = clock.instant();
        return views.stream().map(view -> IncidentRow.of(view, now)).toList();
    }

    private static Optional<String> older(IncidentsPage.Shown shown, List<IncidentView> page) {
        return page.size() < PAGE
                ? Optional.empty()
                : Optional.of("/incidents?status=%s&before=%d"
                        .formatted(
                                shown.name().toLowerCase(Locale.ROOT),
                                page.getLast().incident().id().value()));
    }

    private String now() {
        return Times.clock(clock.instant());
    }

    private static Optional<IncidentId> id(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new IncidentId(Long.parseLong(text))) : Optional.empty();
    }
}

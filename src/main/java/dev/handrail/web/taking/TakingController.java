package dev.handrail.web.taking;

import dev.handrail.incident.IncidentId;
import dev.handrail.page.take.TakeLinks;
import dev.handrail.page.take.TakeLinks.Link;
import dev.handrail.page.take.TakeLinks.Taken;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.Handled;
import dev.handrail.web.IncidentReads;
import dev.handrail.web.access.Passes;
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
import java.util.Optional;

/**
 * Takes a page by the link in a mail: who has the link may, without signing in. Following it only shows a button, because
 * programs that scan mail follow every link.
 */
@Controller(TakeLinks.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class TakingController {
    private static final String TEMPLATE = "taking";

    private final TakeLinks links;
    private final IncidentReads incidents;
    private final Passes passes;
    private final Pages pages;

    TakingController(TakeLinks links, IncidentReads incidents, Passes passes, Pages pages) {
        this.passes = passes;
        this.links = links;
        this.incidents = incidents;
        this.pages = pages;
    }

    @Get("/{token}")
    HttpResponse<?> show(HttpRequest<?> request, String token) {
        return show(request, links.look(token));
    }

    @Post("/{token}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> take(HttpRequest<?> request, String token) {
        return switch (links.take(token)) {
            case Taken.Useless useless -> show(request, useless.link());
            case Taken.Asked asked -> asked(request, asked);
        };
    }

    /** Whoever has it now goes on in this browser without signing in. */
    private HttpResponse<?> asked(HttpRequest<?> request, Taken.Asked asked) {
        var view = incidents.find(asked.incident());
        return view.filter(_ -> asked.handled() instanceof Handled.Done)
                .map(found -> pages.show(request, TEMPLATE, TakingPage.taken(asked.by(), found))
                        .cookie(passes.grant(asked.incident(), asked.by())))
                .orElseGet(() -> pages.show(request, TEMPLATE, TakingPage.late(view)));
    }

    private HttpResponse<?> show(HttpRequest<?> request, Link link) {
        var page = TakingPage.of(link, view(link), request.getPath());
        return pages.show(request, TEMPLATE, page).status(status(link));
    }

    private Optional<IncidentView> view(Link link) {
        Optional<IncidentId> id = switch (link) {
            case Link.Open open -> Optional.of(open.incident());
            case Link.Used used -> Optional.of(used.incident());
            case Link.Expired expired -> Optional.of(expired.incident());
            case Link.Forged _ -> Optional.empty();
        };
        return id.flatMap(incidents::find);
    }

    private static HttpStatus status(Link link) {
        return switch (link) {
            case Link.Open _ -> HttpStatus.OK;
            case Link.Used _, Link.Expired _ -> HttpStatus.GONE;
            case Link.Forged _ -> HttpStatus.NOT_FOUND;
        };
    }
}

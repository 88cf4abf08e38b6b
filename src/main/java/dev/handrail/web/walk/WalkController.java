package dev.handrail.web.walk;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.web.IncidentReads;
import dev.handrail.web.access.FormTokens;
import dev.handrail.web.access.ReturnPath;
import dev.handrail.web.page.FailurePage;
import dev.handrail.web.page.Pages;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page where an incident is walked without Slack: for whoever has signed in, or took it by the link in a mail. */
@Controller("/incidents/{number}/walk")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class WalkController {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final Said EXPIRED = new Said("This form had expired. Please try once more.", "");
    private static final Said WHO = new Said("Please say who you are first.", "");

    /** What the page itself does not show at a glance, by the verb. */
    private static final Map<String, Said> DONE = Map.of(
            "note", new Said("Your note is on record.", ""),
            "still_on_it", new Said("Noted: you are still on it.", ""));

    private final IncidentReads incidents;
    private final Doorkeeper door;
    private final Presses presses;
    private final People people;
    private final CurrentLibrary library;
    private final FormTokens formTokens;
    private final Pages pages;

    WalkController(
            IncidentReads incidents,
            Doorkeeper door,
            Presses presses,
            People people,
            CurrentLibrary library,
            FormTokens formTokens,
            Pages pages) {
        this.incidents = incidents;
        this.door = door;
        this.presses = presses;
        this.people = people;
        this.library = library;
        this.formTokens = formTokens;
        this.pages = pages;
    }

    /** What is done for somebody who may see an incident. */
    private interface Then {
        HttpResponse<?> with(IncidentView view, Visitor visitor);
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String number, @QueryValue Optional<String> done) {
        var said = DONE.getOrDefault(done.orElse(""), Said.NOTHING);
        return visit(request, number, (view, visitor) -> page(request, view, visitor, said));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> press(HttpRequest<?> request, String number, @Body Map<String, String> fields) {
        return visit(request, number, (view, visitor) -> {
            if (!isOurs(request, fields)) {
                return page(request, view, visitor, EXPIRED.with(typed(fields))).status(HttpStatus.FORBIDDEN);
            }
            return visitor instanceof Visitor.Walker walker
                    ? press(request, view, walker, fields)
                    : page(request, view, visitor, WHO.with(typed(fields))).status(HttpStatus.BAD_REQUEST);
        });
    }

    private HttpResponse<?> press(
            HttpRequest<?> request, IncidentView view, Visitor.Walker walker, Map<String, String> fields) {
        var refused = presses.take(view, walker.person(), fields);
        if (refused.isEmpty()) {
            var verb = fields.getOrDefault(Presses.VERB, "");
            return back(view.incident().id(), DONE.containsKey(verb) ? "?done=" + verb : "");
        }
        var now = incidents.find(view.incident().id()).orElse(view);
        return page(request, now, walker, refused.get()).status(HttpStatus.CONFLICT);
    }

    private static String typed(Map<String, String> fields) {
        return fields.getOrDefault(Presses.SENTENCE, "");
    }

    /** Keeps who somebody says they are, who has signed in. */
    @Post("/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> name(HttpRequest<?> request, String number, @Body Map<String, String> fields) {
        return visit(request, number, (view, visitor) -> {
            if (!isOurs(request, fields)) {
                return page(request, view, visitor, EXPIRED.with(typed(fields))).status(HttpStatus.FORBIDDEN);
            }
            var who = people.who(view, fields.getOrDefault("chosen", ""), fields.getOrDefault("typed", ""));
            return switch (who) {
                case Who.One one -> back(view.incident().id(), "").cookie(door.remember(one));
                case Who.Several several ->
                    page(request, view, visitor, which(several)).status(HttpStatus.CONFLICT);
                case Who.Nobody _ -> page(request, view, visitor, WHO).status(HttpStatus.BAD_REQUEST);
            };
        });
    }

    private static Said which(Who.Several several) {
        return new Said(
                "More than one is called %s here. Choose which of them you are; if you are none of them, type more of your name."
                        .formatted(several.name()),
                "");
    }

    /** Strangers learn nothing, not even which incidents there are. */
    private HttpResponse<?> visit(HttpRequest<?> request, String number, Then then) {
        var id = NUMBER.matcher(number).matches()
                ? Optional.of(new IncidentId(Long.parseLong(number)))
                : Optional.<IncidentId>empty();
        var view = id.filter(known -> door.mayCome(request, known)).flatMap(incidents::find);
        var visitor = view.map(found -> door.visitor(request, found)).orElseGet(() -> Doorkeeper.nobody(request));
        return switch (visitor) {
            case Visitor.Stranger _ ->
                HttpResponse.seeOther(URI.create("/sign-in?next=" + new ReturnPath(request.getPath()).path()));
            case Visitor.Walker _, Visitor.Nameless _ ->
                view.<HttpResponse<?>>map(found -> then.with(found, visitor))
                        .orElseGet(() -> pages.show(request, "failure", FailurePage.noIncident(number))
                                .status(HttpStatus.NOT_FOUND));
        };
    }

    private boolean isOurs(HttpRequest<?> request, Map<String, String> fields) {
        return formTokens.accept(request, fields.getOrDefault(FormTokens.FIELD, ""));
    }

    private static MutableHttpResponse<?> back(IncidentId id, String query) {
        return HttpResponse.seeOther(URI.create("/incidents/" + id.value() + "/walk" + query));
    }

    private MutableHttpResponse<String> page(HttpRequest<?> request, IncidentView view, Visitor visitor, Said said) {
        var reader = visitor instanceof Visitor.Walker walker ? Optional.of(walker.person()) : Optional.<Person>empty();
        var signedIn = !(visitor instanceof Visitor.Walker walker) || walker.signedIn();
        var you = new WalkPage.You(
                reader.map(Person::name).orElse(""), signedIn, signedIn ? people.choices(view) : List.of());
        return pages.show(
                request,
                "walk",
                WalkPage.of(view, you, reader, library.library()).saying(said));
    }
}

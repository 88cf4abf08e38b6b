package dev.handrail.web.payload;

import dev.handrail.intake.kept.Replay;
import dev.handrail.platform.access.Role;
import dev.handrail.web.PayloadReads;
import dev.handrail.web.access.FormTokens;
import dev.handrail.web.page.FailurePage;
import dev.handrail.web.page.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One payload, and the button that replays it. */
@Controller("/payloads")
@Secured(Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class PayloadController {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final PayloadReads payloads;
    private final Replay replay;
    private final Pages pages;
    private final FormTokens formTokens;

    PayloadController(PayloadReads payloads, Replay replay, Pages pages, FormTokens formTokens) {
        this.payloads = payloads;
        this.replay = replay;
        this.pages = pages;
        this.formTokens = formTokens;
    }

    @Get("/{number}")
    HttpResponse<?> show(HttpRequest<?> request, String number) {
        return show(request, number, "");
    }

    @Post("/{number}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replay(HttpRequest<?> request, String number, @Body Map<String, String> fields) {
        if (!formTokens.accept(request, fields.getOrDefault(FormTokens.FIELD, ""))) {
            return show(request, number, "The form had expired, so nothing was done. Please try once more.");
        }
        return show(
                request,
                number,
                id(number).map(replay::replay).map(ReplayWords::of).orElse(""));
    }

    private HttpResponse<?> show(HttpRequest<?> request, String number, String said) {
        var found = id(number).flatMap(payloads::find);
        return found.isEmpty()
                ? pages.show(request, "failure", FailurePage.noPayload(number)).status(HttpStatus.NOT_FOUND)
                : pages.show(request, "payload", PayloadPage.of(found.get(), said));
    }

    private static Optional<Long> id(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}

package dev.handrail.web.draft;

import dev.handrail.platform.access.Role;
import dev.handrail.web.draft.DraftReads.Found;
import dev.handrail.web.page.FailurePage;
import dev.handrail.web.page.Pages;
import io.micronaut.http.HttpHeaders;
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

/** The draft of a runbook as a page, as a file, and as a patch. */
@Controller("/incidents/{number}/draft")
@Secured(Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class DraftController {
    private static final MediaType MARKDOWN = MediaType.of("text/markdown;charset=utf-8");
    private static final MediaType PATCH = MediaType.of("text/x-patch;charset=utf-8");

    private final DraftReads drafts;
    private final Pages pages;

    DraftController(DraftReads drafts, Pages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String number) {
        return switch (drafts.find(number)) {
            case Found.Drafted(var view, var draft) -> pages.show(request, "draft", DraftPage.of(view, draft));
            case Found.None none -> none(request, none);
        };
    }

    @Get("/file")
    HttpResponse<?> file(HttpRequest<?> request, String number) {
        return switch (drafts.find(number)) {
            case Found.Drafted(var _, var draft) -> download(draft.text(), draft.path(), MARKDOWN);
            case Found.None none -> none(request, none);
        };
    }

    @Get("/patch")
    HttpResponse<?> patch(HttpRequest<?> request, String number) {
        return switch (drafts.find(number)) {
            case Found.Drafted(var _, var draft) ->
                download(draft.patch(), draft.path().replaceFirst("md$", "patch"), PATCH);
            case Found.None none -> none(request, none);
        };
    }

    private HttpResponse<?> none(HttpRequest<?> request, Found.None none) {
        return pages.show(request, "failure", FailurePage.noDraft(none.why())).status(HttpStatus.NOT_FOUND);
    }

    /** The path of a draft has letters, digits and hyphens only. */
    private static HttpResponse<?> download(String text, String name, MediaType type) {
        return HttpResponse.ok(text)
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}

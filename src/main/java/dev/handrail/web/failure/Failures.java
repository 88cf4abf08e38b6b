package dev.handrail.web.failure;

import dev.handrail.web.ErrorBody;
import dev.handrail.web.Paths;
import dev.handrail.web.page.FailurePage;
import dev.handrail.web.page.Pages;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Shapes the framework's own errors: JSON for programs, a page for people. Says what was found and wanted, never how Handrail is
 * built: no class names, no stack traces, no words of an exception that nobody foresaw.
 */
@Singleton
final class Failures implements ErrorResponseProcessor<Object> {
    private final Pages pages;

    Failures(Pages pages) {
        this.pages = pages;
    }

    @Override
    @SuppressWarnings("unchecked") // the framework's own signature leaves the body open
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var answer = (MutableHttpResponse<Object>) response;
        if (context.getRequest().getMethod() != HttpMethod.HEAD) {
            describe(context, answer);
        }
        return answer;
    }

    private void describe(ErrorContext context, MutableHttpResponse<Object> answer) {
        var request = context.getRequest();
        var said = FailureWords.of(context, answer.code());
        if (Paths.isForPrograms(request)) {
            answer.body(new ErrorBody(said.sentence()));
            answer.contentType(MediaType.APPLICATION_JSON_TYPE);
        } else {
            var page = pages.show(request, "failure", new FailurePage(said.heading(), said.sentence()));
            answer.body(page.body());
            page.getContentType().ifPresent(answer::contentType);
        }
    }
}

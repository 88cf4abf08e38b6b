package dev.handrail.web.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What browsers may do with our answers: run and load only what we serve, show us in no frame, guess no types, tell other sites
 * nothing, and keep no copy. The local Slack is another program and sets its own policy.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PageHeaders implements Ordered {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "same-origin");
        if (request.getPath().startsWith("/local-slack")) {
            return;
        }
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Frame-Options", "DENY");
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Around everything, so that refusals carry the headers too. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

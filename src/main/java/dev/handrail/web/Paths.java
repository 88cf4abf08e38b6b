package dev.handrail.web;

import io.micronaut.http.HttpRequest;

/** Which addresses are for programs. All others are for people. */
public final class Paths {
    private Paths() {}

    /** Says whether a request is answered in JSON, whatever goes wrong. */
    public static boolean isForPrograms(HttpRequest<?> request) {
        var path = request.getPath();
        return path.startsWith("/v1/") || path.startsWith("/local-slack/api/") || path.equals("/health");
    }
}

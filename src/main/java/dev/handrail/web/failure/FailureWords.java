package dev.handrail.web.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An error in words.
 *
 * @param heading a few words
 * @param sentence what was found and what is wanted
 */
record FailureWords(String heading, String sentence) {
    static FailureWords of(ErrorContext context, int status) {
        var request = context.getRequest();
        var what = request.getMethodName() + " " + request.getPath();
        return switch (status) {
            case 400 -> new FailureWords("Not understood", unreadable(context, what));
            case 403 -> new FailureWords("Not allowed", what + " is not allowed for you");
            case 404 -> new FailureWords("Nothing here", "there is nothing at " + request.getPath());
            case 405 ->
                new FailureWords("Wrong method", request.getPath() + " does not take " + request.getMethodName());
            case 406 -> new FailureWords("Not available", what + " has no answer in a form that you accept");
            case 413 ->
                new FailureWords(
                        "Too large",
                        "the body of " + what
                                + " is too large; HANDRAIL_BODY_LIMIT sets how large it may be (10 MB at most)");
            case 415 -> new FailureWords("Wrong content type", contentType(context, what));
            default -> other(status, what);
        };
    }

    private static FailureWords other(int status, String what) {
        return status < 500
                ? new FailureWords("Not understood", what + " cannot be answered (status " + status + ")")
                : new FailureWords(
                        "Something went wrong",
                        what + " failed inside Handrail; its log says why. It may work if you try again");
    }

    private static String unreadable(ErrorContext context, String what) {
        return causes(context)
                .filter(JsonProcessingException.class::isInstance)
                .map(JsonProcessingException.class::cast)
                .findFirst()
                .map(cause -> "the body of " + what + " is not the JSON that is wanted" + place(cause))
                .orElse("a part of " + what + " is missing or cannot be read");
    }

    private static Stream<Throwable> causes(ErrorContext context) {
        Optional<Throwable> root = context.getRootCause();
        return Stream.iterate(root.orElse(null), cause -> cause != null, Throwable::getCause);
    }

    private static String place(JsonProcessingException cause) {
        var at = cause.getLocation();
        return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String contentType(ErrorContext context, String what) {
        var found = context.getRequest().getContentType().map(Object::toString).orElse("none");
        return what + " does not take the content type '" + found + "'";
    }
}

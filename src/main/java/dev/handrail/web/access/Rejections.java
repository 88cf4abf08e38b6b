package dev.handrail.web.access;

import dev.handrail.web.ErrorBody;
import dev.handrail.web.Paths;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/** Answers callers who may not: programs are told which token is wanted, people are asked to sign in. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class Rejections implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    private static final String WANTED = "the API token (HANDRAIL_API_TOKEN)";

    @Override
    @SuppressWarnings("rawtypes") // the framework's own signature
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        if (!Paths.isForPrograms(request)) {
            return HttpResponse.seeOther(URI.create("/sign-in?next=" + new ReturnPath(request.getPath()).path()));
        }
        return exception.isForbidden()
                ? HttpResponse.status(HttpStatus.FORBIDDEN).body(forbidden(request))
                : HttpResponse.unauthorized()
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Handrail\"")
                        .body(unauthorized(request));
    }

    private static ErrorBody unauthorized(HttpRequest<?> request) {
        var found = request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
                ? "the Authorization header holds no valid token"
                : "there is no Authorization header";
        return new ErrorBody(found + "; wanted 'Authorization: Bearer TOKEN' with " + WANTED);
    }

    private static ErrorBody forbidden(HttpRequest<?> request) {
        return new ErrorBody("the token is valid, but not for " + request.getPath() + "; wanted " + WANTED);
    }
}

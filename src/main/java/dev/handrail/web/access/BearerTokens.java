package dev.handrail.web.access;

import dev.handrail.platform.access.Credential;
import dev.handrail.platform.access.Credentials;
import dev.handrail.platform.access.Role;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Knows the alert token and the API token. Anything else may still be a session, which the framework checks. */
@Singleton
final class BearerTokens implements TokenValidator<HttpRequest<?>> {
    private final Credentials credentials;

    BearerTokens(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        if (credentials.accept(Credential.ALERT_TOKEN, token)) {
            return Publishers.just(Authentication.build("alert source", List.of(Role.ALERT_SENDER)));
        }
        if (credentials.accept(Credential.API_TOKEN, token)) {
            return Publishers.just(Authentication.build("api", List.of(Role.API)));
        }
        return Publishers.empty();
    }

    /** Before the check of a session's signature, which costs more. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

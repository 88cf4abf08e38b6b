package dev.handrail.web.access;

import dev.handrail.platform.access.Credential;
import dev.handrail.platform.access.Credentials;
import dev.handrail.platform.access.Role;
import dev.handrail.web.PublicUrl;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signed-in browsers: a signed token in a cookie that no script can read. There is one user, so only a password is asked for. */
@Singleton
public final class Sessions {
    /** The cookie's name; {@code application.yml} tells the framework to read it. */
    static final String COOKIE = "handrail_session";

    private static final Duration LENGTH = Duration.ofHours(12);
    private static final String USER = "administrator";

    private final Credentials credentials;
    private final TokenGenerator tokens;
    private final PublicUrl url;

    Sessions(Credentials credentials, TokenGenerator tokens, PublicUrl url) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.url = url;
    }

    /** Returns the cookie of a new session, or nothing if the password is wrong. */
    public Optional<Cookie> signIn(String password) {
        if (!credentials.accept(Credential.ADMINISTRATOR_PASSWORD, password)) {
            return Optional.empty();
        }
        var user = Authentication.build(USER, List.of(Role.ADMINISTRATOR));
        return tokens.generateToken(user, Math.toIntExact(LENGTH.toSeconds()))
                .map(token -> cookie(token).maxAge(LENGTH));
    }

    /** Returns the cookie that ends a session. */
    public Cookie signOut() {
        return cookie("").maxAge(0);
    }

    private Cookie cookie(String value) {
        return Cookie.of(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(url.isSecure())
                .sameSite(SameSite.Lax);
    }
}

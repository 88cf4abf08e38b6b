package dev.handrail.web.access;

import dev.handrail.platform.HmacSha256;
import dev.handrail.platform.access.Secrets;
import dev.handrail.web.PublicUrl;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Proof that a form was shown by us to this browser: a signed double submit. The hidden field is the HMAC of a random cookie and
 * of the session, under a key made at each start, so that neither a foreign page nor a planted cookie can make one.
 *
 * <p>Not the framework's own module: that one first issues a token at sign-in, so it leaves the sign-in form itself open, and its
 * filter stands before every form on the server, Slack's signed ones included.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP</a>
 */
@Singleton
public final class FormTokens {
    public static final String FIELD = "form_token";

    private static final String COOKIE = "handrail_form";

    private final byte[] key = Secrets.random().getBytes(StandardCharsets.US_ASCII);
    private final PublicUrl url;

    FormTokens(PublicUrl url) {
        this.url = url;
    }

    /**
     * A form's proof.
     *
     * @param field the hidden field's value
     * @param cookie must go with the page
     */
    public record FormToken(String field, Cookie cookie) {}

    /** Returns a proof for the browser that asks; its other open pages stay valid. */
    public FormToken issue(HttpRequest<?> request) {
        var nonce =
                request.getCookies().findCookie(COOKIE).map(Cookie::getValue).orElseGet(Secrets::random);
        return new FormToken(signed(nonce, request), cookie(nonce));
    }

    /** Says whether the form that a browser sent is one that it was shown. */
    public boolean accept(HttpRequest<?> request, String field) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .filter(nonce -> MessageDigest.isEqual(bytes(signed(nonce, request)), bytes(field)))
                .isPresent();
    }

    private String signed(String nonce, HttpRequest<?> request) {
        var session = request.getCookies()
                .findCookie(Sessions.COOKIE)
                .map(Cookie::getValue)
                .orElse("");
        return HmacSha256.hex(key, bytes(nonce + "\n" + session));
    }

    private Cookie cookie(String nonce) {
        return Cookie.of(COOKIE, nonce)
                .path("/")
                .httpOnly(true)
                .secure(url.isSecure())
                .sameSite(SameSite.Lax);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

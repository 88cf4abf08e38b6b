package dev.handrail.web.walk;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.IncidentView;
import dev.handrail.web.PublicUrl;
import dev.handrail.web.access.Passes;
import dev.handrail.web.access.Seal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Knows who walks: whoever has signed in and said their name, which a cookie keeps, or carries a pass to the incident. A name
 * without a session is nobody's.
 */
@Singleton
final class Doorkeeper {
    private static final String COOKIE = "handrail_name";
    private static final String PURPOSE = "name";
    private static final Duration LENGTH = Duration.ofDays(30);

    private final Passes passes;
    private final People people;
    private final Seal seal;
    private final PublicUrl url;

    Doorkeeper(Passes passes, People people, Seal seal, PublicUrl url) {
        this.passes = passes;
        this.people = people;
        this.seal = seal;
        this.url = url;
    }

    /** Says whether it is worth looking for an incident: strangers ask the database for nothing. */
    boolean mayCome(HttpRequest<?> request, IncidentId incident) {
        return Passes.isSignedIn(request) || passes.holder(request, incident).isPresent();
    }

    /** Returns who asks for an incident that is not there. */
    static Visitor nobody(HttpRequest<?> request) {
        return Passes.isSignedIn(request) ? new Visitor.Nameless() : new Visitor.Stranger();
    }

    Visitor visitor(HttpRequest<?> request, IncidentView view) {
        var signedIn = Passes.isSignedIn(request);
        var person = signedIn ? named(request, view) : Optional.<Person>empty();
        return person.or(() -> passes.holder(request, view.incident()))
                .<Visitor>map(who -> new Visitor.Walker(who, signedIn))
                .orElseGet(() -> nobody(request));
    }

    private Optional<Person> named(HttpRequest<?> request, IncidentView view) {
        return request.getCookies()
                .findCookie(COOKIE)
                .flatMap(cookie -> seal.open(PURPOSE, cookie.getValue()))
                .flatMap(kept -> people.kept(view, kept));
    }

    /** Returns the cookie that keeps who somebody is. */
    Cookie remember(Who.One who) {
        return Cookie.of(COOKIE, seal.close(PURPOSE, who.kept()))
                .path("/incidents")
                .maxAge(LENGTH)
                .httpOnly(true)
                .secure(url.isSecure())
                .sameSite(SameSite.Lax);
    }
}

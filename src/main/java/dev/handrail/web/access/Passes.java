package dev.handrail.web.access;

import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.platform.Json;
import dev.handrail.platform.access.Role;
import dev.handrail.web.PublicUrl;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Passes to one incident: whoever took it by the link in a mail walks it in that browser, as the person that the mail was for, and
 * without the password. A pass lasts for a night at most, and not long after the end of its incident.
 */
@Singleton
public final class Passes {
    private static final String COOKIE = "handrail_walk_";
    private static final String PURPOSE = "walk";
    private static final Duration LENGTH = Duration.ofHours(12);
    private static final Duration AFTER_THE_END = Duration.ofHours(1);

    private final Seal seal;
    private final PublicUrl url;
    private final InstantSource clock;

    Passes(Seal seal, PublicUrl url, InstantSource clock) {
        this.seal = seal;
        this.url = url;
        this.clock = clock;
    }

    /** What is in the cookie. */
    private record Pass(long incident, String id, String name, Instant until) {}

    /** Returns the cookie that lets a browser walk one incident as {@code by}. */
    public Cookie grant(IncidentId incident, Person by) {
        var pass =
                new Pass(incident.value(), by.id(), by.name(), clock.instant().plus(LENGTH));
        return Cookie.of(name(incident), seal.close(PURPOSE, Json.write(pass)))
                .path("/incidents/" + incident.value())
                .maxAge(LENGTH)
                .httpOnly(true)
                .secure(url.isSecure())
                .sameSite(SameSite.Lax);
    }

    /** Says whether somebody who may see every page asks. */
    public static boolean isSignedIn(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .filter(user -> user.getRoles().contains(Role.ADMINISTRATOR))
                .isPresent();
    }

    /** Returns whose pass to an incident the browser carries; empty without one, and after its time. */
    public Optional<Person> holder(HttpRequest<?> request, IncidentId incident) {
        return request.getCookies()
                .findCookie(name(incident))
                .flatMap(cookie -> seal.open(PURPOSE, cookie.getValue()))
                .map(text -> Json.read(text, Pass.class))
                .filter(pass ->
                        pass.incident() == incident.value() && clock.instant().isBefore(pass.until()))
                .map(pass -> new Person(pass.id(), pass.name()));
    }

    /** Returns whose pass it is, unless the incident has been over for a while. */
    public Optional<Person> holder(HttpRequest<?> request, Incident incident) {
        var over = incident.closedAt()
                .map(at -> at.plus(AFTER_THE_END))
                .filter(end -> !clock.instant().isBefore(end))
                .isPresent();
        return over ? Optional.empty() : holder(request, incident.id());
    }

    private static String name(IncidentId incident) {
        return COOKIE + incident.value();
    }
}

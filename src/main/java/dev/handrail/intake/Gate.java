package dev.handrail.intake;

import dev.handrail.intake.door.Admission;
import dev.handrail.intake.door.Door;
import dev.handrail.intake.door.Doors;
import dev.handrail.intake.proof.Call;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the doors: whoever a door can turn away without reading the body is turned away before it is read, so that a
 * stranger's ten megabytes are not taken first.
 */
@ServerFilter(patterns = Gate.ALERTS + "/**", methods = HttpMethod.POST)
final class Gate {
    static final String ALERTS = "/v1/alerts";

    private static final String ADMISSION = "handrail.admission";
    private static final byte[] UNREAD = {};

    private final Doors doors;
    private final InstantSource clock;

    Gate(Doors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /** Returns the refusal; nothing for a call that goes on. */
    @RequestFilter
    @Nullable
    HttpResponse<?> turnAway(HttpRequest<?> request) {
        var door = door(request.getPath()).filter(found -> !found.readsBody());
        if (door.isEmpty()) {
            return null;
        }
        var admission = door.get().admit(call(request, UNREAD));
        request.setAttribute(ADMISSION, admission);
        return admission instanceof Admission.Admitted
                ? null
                : Answers.notAdmitted(admission, door.get().source().kind());
    }

    /** Returns what the door said before, or says now. */
    Admission admit(Door door, Call call, HttpRequest<?> request) {
        return request.getAttribute(ADMISSION, Admission.class).orElseGet(() -> door.admit(call));
    }

    /** To the microsecond: databases keep no more, and this time stands in for the start of an alert that names none. */
    Call call(HttpRequest<?> request, byte[] body) {
        var outside = new Headers(request);
        var peer = request.getRemoteAddress().getAddress();
        var sender = doors.sender(peer, outside.header("X-Forwarded-For"));
        return new Call(outside, body, sender, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Optional<Door> door(String path) {
        if (path.length() <= ALERTS.length()) {
            return Optional.empty();
        }
        var end = path.indexOf('/', ALERTS.length() + 1);
        return doors.named(path.substring(ALERTS.length() + 1, end < 0 ? path.length() : end));
    }
}

package dev.handrail.intake;

import dev.handrail.intake.door.Admission;
import dev.handrail.intake.door.Doors;
import dev.handrail.intake.translate.Alertmanager;
import dev.handrail.intake.translate.Request;
import dev.handrail.run.arrival.Taken;
import dev.handrail.run.reception.Receipt;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What senders are answered. */
final class Answers {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Answers() {}

    /**
     * @param stored what was stored and is placed next, where too much came at once to wait for that
     * @param quarantined what could not be translated; it is kept and shown to operators
     * @param ignored what was understood and is no alert
     */
    record Body(List<Placed> alerts, Optional<Stored> stored, List<String> quarantined, List<String> ignored) {}

    /** @param payload its number: its page is {@code /payloads/12} */
    record Stored(long payload, int alerts, String why) {}

    record Placed(String alert, Optional<Long> incident, String why) {}

    /** What the sender's client reads, or what became of each alert. */
    static HttpResponse<?> taken(Taken taken, Understood understood) {
        return understood
                .request()
                .filter(Request.Answer.class::isInstance)
                .map(Request.Answer.class::cast)
                .<HttpResponse<?>>map(answer -> HttpResponse.accepted()
                        .contentType(MediaType.of(answer.mediaType()))
                        .body(answer.body()))
                .orElseGet(() -> HttpResponse.accepted().body(body(taken, understood)));
    }

    private static Body body(Taken taken, Understood understood) {
        return switch (taken) {
            case Taken.Placed placed -> body(placed.receipt(), understood);
            case Taken.Kept kept ->
                new Body(
                        List.of(),
                        Optional.of(new Stored(
                                kept.payload(), kept.alerts(), "many alerts came at once; these are placed next")),
                        lines(kept.problem()),
                        understood.passedOver());
        };
    }

    private static Body body(Receipt receipt, Understood understood) {
        var alerts = receipt.alerts().stream()
                .map(placed -> new Placed(placed.alert(), placed.incident().map(id -> id.value()), placed.why()))
                .toList();
        return new Body(alerts, Optional.empty(), lines(receipt.problem()), understood.passedOver());
    }

    private static List<String> lines(Optional<String> problem) {
        return problem.map(text -> text.lines().toList()).orElse(List.of());
    }

    static HttpResponse<?> noSource(Doors doors, String name) {
        return HttpResponse.notFound(Map.of(
                "error",
                "there is no source '%s'; wanted %s".formatted(name, doors.advice(name)),
                "sources",
                doors.all().keySet()));
    }

    static HttpResponse<?> notJson(IllegalArgumentException fault) {
        return HttpResponse.badRequest(error(String.valueOf(fault.getMessage())));
    }

    /** @param kind Alertmanager drops what is answered with 429, and sends again after 503 */
    static HttpResponse<?> notAdmitted(Admission admission, String kind) {
        return switch (admission) {
            case Admission.Admitted _ -> throw new IllegalArgumentException("an admitted call is not refused");
            case Admission.Refused refused ->
                HttpResponse.unauthorized()
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Handrail\"")
                        .body(error(refused.why()));
            case Admission.Forbidden forbidden ->
                HttpResponse.status(HttpStatus.FORBIDDEN).body(error(forbidden.why()));
            case Admission.Throttled throttled -> throttled(throttled, kind);
            case Admission.Later later ->
                retry(HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE), SOON).body(error(later.why()));
        };
    }

    private static HttpResponse<?> throttled(Admission.Throttled throttled, String kind) {
        var status = kind.equals(Alertmanager.SOURCE) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS;
        return retry(HttpResponse.status(status), throttled.retryAfter())
                .body(error(throttled.why() + "; wanted another try after the time of Retry-After"));
    }

    private static <T> MutableHttpResponse<T> retry(MutableHttpResponse<T> response, Duration after) {
        var seconds = Math.max(1, after.plusMillis(999).toSeconds());
        return response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    private static Map<String, String> error(String sentence) {
        return Map.of("error", sentence);
    }
}

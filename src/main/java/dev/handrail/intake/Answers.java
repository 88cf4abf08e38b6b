package dev.handrail.intake;

import dev.handrail.intake.door.Admission;
import dev.handrail.intake.door.Doors;
import dev.handrail.intake.translate.Alertmanager;
import dev.handrail.intake.translate.Request;
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
     * @param quarantined what could not be translated; it is kept and shown to operators
     * @param ignored what was understood and is no alert
     */
    record Taken(List<Placed> alerts, List<String> quarantined, List<String> ignored) {}

    record Placed(String alert, Optional<Long> incident, String why) {}

    /** What the sender's client reads, or what became of each alert. */
    static HttpResponse<?> taken(Receipt receipt, Understood understood) {
        return understood
                .request()
                .filter(Request.Answer.class::isInstance)
                .map(Request.Answer.class::cast)
                .<HttpResponse<?>>map(answer -> HttpResponse.accepted()
                        .contentType(MediaType.of(answer.mediaType()))
                        .body(answer.body()))
                .orElseGet(() -> HttpResponse.accepted().body(body(receipt, understood)));
    }

    private static Taken body(Receipt receipt, Understood understood) {
        return new Taken(
                receipt.alerts().stream()
                        .map(placed ->
                                new Placed(placed.alert(), placed.incident().map(id -> id.value()), placed.why()))
                        .toList(),
                receipt.problem().map(problem -> problem.lines().toList()).orElse(List.of()),
                understood.passedOver());
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

package dev.handrail.web.api;

import dev.handrail.intake.kept.Replay;
import dev.handrail.platform.access.Role;
import dev.handrail.run.reception.Receipt;
import dev.handrail.web.ErrorBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;

/** Payloads, for programs: taking one in once more. */
@Controller("/v1/payloads")
@Secured(Role.API)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayloadsApi {
    private static final int LONGEST = 18;

    private final Replay replay;

    PayloadsApi(Replay replay) {
        this.replay = replay;
    }

    /** @param quarantined what is still not understood */
    record Replayed(List<Placed> alerts, List<String> quarantined) {}

    record Placed(String alert, Optional<Long> incident, String why) {}

    /** 202 with what became of its alerts; 404 where it is gone; 409 where its source is, or where it is still not understood. */
    @Post("/{number}/replay")
    @Consumes(MediaType.ALL)
    HttpResponse<?> replay(String number) {
        return switch (number.matches("[1-9]\\d*") && number.length() <= LONGEST
                ? replay.replay(Long.parseLong(number))
                : new Replay.Answer.NoPayload()) {
            case Replay.Answer.Taken taken -> HttpResponse.accepted().body(json(taken.receipt()));
            case Replay.Answer.NotUnderstood not -> conflict("it is still not understood: " + not.problem());
            case Replay.Answer.NoSource none ->
                conflict("its source '" + none.source() + "' is set up no more; wanted its file again, and a restart");
            case Replay.Answer.NoPayload _ ->
                HttpResponse.notFound(
                        new ErrorBody("there is no payload '" + number + "'; payloads are kept for a time only"));
        };
    }

    private static HttpResponse<?> conflict(String sentence) {
        return HttpResponse.status(HttpStatus.CONFLICT).body(new ErrorBody(sentence));
    }

    private static Replayed json(Receipt receipt) {
        return new Replayed(
                receipt.alerts().stream()
                        .map(placed ->
                                new Placed(placed.alert(), placed.incident().map(id -> id.value()), placed.why()))
                        .toList(),
                receipt.problem().map(problem -> problem.lines().toList()).orElse(List.of()));
    }
}

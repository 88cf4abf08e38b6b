package dev.handrail.intake;

import dev.handrail.intake.door.Admission;
import dev.handrail.intake.door.Door;
import dev.handrail.intake.door.Doors;
import dev.handrail.intake.proof.Call;
import dev.handrail.intake.sns.Sns;
import dev.handrail.intake.taking.Takings;
import dev.handrail.page.take.TakenElsewhere.Acknowledgement;
import dev.handrail.platform.SharedRoom;
import dev.handrail.platform.access.OwnProof;
import dev.handrail.run.arrival.AlertDesk;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Takes alerts from monitoring and from business systems. Each source's own door decides who may send. */
@Controller(Gate.ALERTS)
@Secured(SecurityRule.IS_ANONYMOUS)
final class AlertController {
    /** As many alerts as a commit of a second can take; more would only wait for each other. */
    private static final int ROOM = 20_000;

    private final Doors doors;
    private final Intake intake;
    private final AlertDesk desk;
    private final Sns sns;
    private final Takings takings;
    private final Gate gate;
    private final ExecutorService blocking;
    private final SharedRoom waiting = new SharedRoom(ROOM);

    AlertController(
            Doors doors,
            Intake intake,
            AlertDesk desk,
            Sns sns,
            Takings takings,
            Gate gate,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.doors = doors;
        this.intake = intake;
        this.desk = desk;
        this.sns = sns;
        this.takings = takings;
        this.gate = gate;
        this.blocking = blocking;
    }

    /**
     * 202 once everything is stored, also what could not be translated: senders retry only 5xx, so a 4xx would lose it. 400
     * only for what is not JSON at all. Clients of PagerDuty's Events API put its path after the address that they are given.
     *
     * <p>Runs where the request is read, on the event loop: nothing here waits, except for doors that say so.
     */
    @OwnProof
    @Post(uris = {"/{source}", "/{source}/v2/enqueue"})
    @Consumes(MediaType.ALL)
    CompletionStage<HttpResponse<?>> receive(HttpRequest<?> request, String source, @Body byte @Nullable [] body) {
        var door = doors.named(source);
        if (door.isEmpty()) {
            return CompletableFuture.completedStage(Answers.noSource(doors, source));
        }
        var call = gate.call(request, body == null ? new byte[0] : body);
        return door.get().mayWait()
                ? CompletableFuture.supplyAsync(() -> admit(door.get(), call, request), blocking)
                        .thenCompose(answer -> answer)
                : admit(door.get(), call, request);
    }

    private CompletionStage<HttpResponse<?>> admit(Door door, Call call, HttpRequest<?> request) {
        var kind = door.source().kind();
        var admission = gate.admit(door, call, request);
        if (!(admission instanceof Admission.Admitted)) {
            return CompletableFuture.completedStage(Answers.notAdmitted(admission, kind));
        }
        if (desk.isFull() || waiting.isFullFor(door.source().name())) {
            return CompletableFuture.completedStage(Answers.notAdmitted(door.full(), kind));
        }
        try {
            var taking = Takings.read(door.source(), call);
            var headers = Headers.meaningful(request.getHeaders());
            var understood = intake.understand(door.source(), call.json(), headers, call.at());
            return understood.wantsConfirmation() || taking.isPresent()
                    ? CompletableFuture.supplyAsync(() -> followed(door, call, understood, taking), blocking)
                            .thenCompose(done -> store(door, call, done))
                            .exceptionally(failure -> notStored(door, call, failure))
                    : store(door, call, understood);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedStage(Answers.notJson(e));
        }
    }

    private Understood followed(Door door, Call call, Understood understood, Optional<Acknowledgement> taking) {
        var taken = taking.flatMap(word -> takings.take(door.source(), word))
                .map(understood::saying)
                .orElse(understood);
        return taken.wantsConfirmation() ? sns.confirm(call).map(taken::with).orElse(taken) : taken;
    }

    private CompletionStage<HttpResponse<?>> store(Door door, Call call, Understood understood) {
        var incoming = understood.incoming();
        var weight = incoming.weight();
        waiting.add(incoming.source(), weight);
        return desk.submit(incoming)
                .whenComplete((_, _) -> waiting.remove(incoming.source(), weight))
                .<HttpResponse<?>>thenApply(receipt -> Answers.taken(receipt, understood))
                .exceptionally(failure -> notStored(door, call, failure));
    }

    private static HttpResponse<?> notStored(Door door, Call call, Throwable failure) {
        return Answers.notAdmitted(
                door.notStored(failure, call.at()), door.source().kind());
    }
}

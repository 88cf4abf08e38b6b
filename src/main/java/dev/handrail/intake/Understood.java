package dev.handrail.intake;

import dev.handrail.intake.translate.Request;
import dev.handrail.run.reception.Incoming;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was understood of what was let in: without its secrets, as its source's translation has it.
 *
 * @param passedOver what was understood and is no alert, each with the reason
 */
public record Understood(Incoming incoming, List<String> passedOver, Optional<Request> request) {
    public Understood {
        passedOver = List.copyOf(passedOver);
    }

    /** Says whether the sender waits for us to open an address. */
    boolean wantsConfirmation() {
        return request.filter(Request.Confirmation.class::isInstance).isPresent();
    }

    /** Returns the same with one more thing that was understood and is no alert. */
    Understood saying(String what) {
        return new Understood(
                incoming, Stream.concat(passedOver.stream(), Stream.of(what)).toList(), request);
    }

    /** Returns the same with one more thing that went wrong. */
    Understood with(String problem) {
        var problems = incoming.problem().map(known -> known + "\n" + problem).orElse(problem);
        var more = new Incoming(
                incoming.source(),
                incoming.body(),
                incoming.alerts(),
                Optional.of(problems),
                incoming.headers(),
                incoming.receivedAt(),
                incoming.shadow());
        return new Understood(more, passedOver, request);
    }
}

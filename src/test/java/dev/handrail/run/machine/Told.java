package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.RunEvent;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decisions in few words, for tables. */
final class Told {
    private Told() {}

    static String of(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> of(accepted.events());
            case Decision.Refused refused -> "refused " + of(refused.refusal());
        };
    }

    static String of(List<RunEvent> events) {
        return events.isEmpty() ? "nothing" : events.stream().map(Told::of).collect(Collectors.joining(" + "));
    }

    private static String of(RunEvent event) {
        var name = event.getClass().getSimpleName();
        return switch (event) {
            case RunEvent.StepShown shown -> name + "(" + shown.step() + " " + shown.attempt() + ")";
            case RunEvent.TryStarted started -> name + "(" + started.number() + ")";
            case RunEvent.Escalated escalated -> name + "(" + escalated.cause() + ")";
            case RunEvent.LevelTold told -> name + "(" + told.level() + "." + told.round() + ")";
            case RunEvent.Finished finished -> name + "(" + finished.ending() + ")";
            default -> name;
        };
    }

    private static String of(Refusal refusal) {
        var name = refusal.getClass().getSimpleName();
        return switch (refusal) {
            case Refusal.TakenBy taken -> name + "(" + first(Optional.of(taken.person())) + ")";
            case Refusal.NotTaken open -> name + "(" + first(open.responder()) + ")";
            case Refusal.TooEarly early ->
                name + "(" + early.until().atOffset(ZoneOffset.UTC).toLocalTime() + ")";
            case Refusal.Over over -> name + "(" + over.ending() + ")";
            case Refusal.CannotSwitch cannot -> name + "(" + cannot.hindrance() + ")";
            case Refusal.ForAnother another -> name + "(" + first(Optional.of(another.person())) + ")";
            case Refusal.Overtaken _, Refusal.NoSuchOutcome _, Refusal.AlreadyEscalated _ -> name;
            case Refusal.TryUnderWay _, Refusal.NoStepBefore _, Refusal.LastQuestion _, Refusal.SoAlready _ -> name;
            case Refusal.CannotMerge cannot -> name + "(" + cannot.bar() + ")";
            case Refusal.CannotSplit cannot -> name + "(" + cannot.bar() + ")";
        };
    }

    private static String first(Optional<Person> person) {
        return person.map(found -> found.name().split(" ")[0]).orElse("nobody");
    }
}

package dev.handrail.intake.translate;

import dev.handrail.alert.Alert;
import java.util.List;
import java.util.Optional;

/**
 * What a translation made of a body.
 *
 * @param problems what could not be translated, each naming its path in the JSON; empty when all of it was
 * @param passedOver what was understood and is no alert, each with the reason: nothing to mend
 */
public record Translated(
        List<Alert> alerts, List<String> problems, List<String> passedOver, Optional<Request> request) {
    public Translated {
        alerts = List.copyOf(alerts);
        problems = List.copyOf(problems);
        passedOver = List.copyOf(passedOver);
    }

    public static Translated of(List<Alert> alerts, List<String> problems) {
        return new Translated(alerts, problems, List.of(), Optional.empty());
    }

    public static Translated problem(String problem) {
        return of(List.of(), List.of(problem));
    }
}

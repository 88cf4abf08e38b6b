package dev.handrail.runbook.folder;

import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import java.util.Collection;
import java.util.List;

/** Leads jumps to a file that holds several runbooks to the one that their {@code #name} means: its own name, or a step's. */
public final class Jumps {
    private Jumps() {}

    public static List<Runbook> led(Collection<Runbook> runbooks) {
        var index = Index.of(runbooks);
        return runbooks.stream().map(runbook -> led(runbook, index)).toList();
    }

    /** Returns the runbook, with its jumps led to those in {@code all}. */
    public static Runbook led(Runbook runbook, Index all) {
        var steps = runbook.walk().steps().stream().map(step -> led(step, all)).toList();
        if (steps.equals(runbook.walk().steps())) {
            return runbook;
        }
        return new Runbook(
                runbook.id(),
                runbook.path(),
                runbook.revision(),
                runbook.title(),
                runbook.status(),
                runbook.match(),
                runbook.policy(),
                new Runbook.Content(runbook.sections(), new Walk(steps), runbook.names()));
    }

    private static Step led(Step step, Index all) {
        var outcomes = step.outcomes().stream()
                .map(outcome -> new Outcome(outcome.label(), led(outcome.target(), all)))
                .toList();
        return new Step(
                step.id(), step.part(), step.title(), step.text(), outcomes, step.retry(), step.owner(), step.line());
    }

    private static Target led(Target target, Index all) {
        return target instanceof Target.ToRunbook to && all.at(to.path()).isEmpty() ? led(to, all) : target;
    }

    private static Target led(Target.ToRunbook to, Index all) {
        return to.step()
                .flatMap(name -> all.of(to.path()).stream()
                        .filter(part -> part.names().find(name.value()).isPresent())
                        .findFirst())
                .map(part -> new Target.ToRunbook(part.path(), to.step()))
                .orElse(to);
    }
}

package dev.handrail.slack.render;

import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.run.Book;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import dev.handrail.runbook.parse.RunbookParser;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of runbooks, each as the message that shows it while somebody is on it. */
final class ShownSteps {
    static final Path SHIPPED = Path.of("runbooks");
    static final Path COMMUNITY = Path.of("../shared/data/runbooks/prometheus-operator");

    private static final AlertSummary NO_LABELS = new AlertSummary(1, 1, Map.of(), Map.of(), Optional.empty());

    private ShownSteps() {}

    /** One step of a runbook, and the incident of somebody who is on it. */
    record Shown(Runbook runbook, Step step, Drill drill) {
        String name() {
            return runbook.path() + "#" + step.id();
        }

        Slot slot() {
            return Golden.slots(drill.view()).stream()
                    .filter(each -> each.key().startsWith("step/"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static List<Runbook> runbooks(Path folder) throws IOException {
        var runbooks = new ArrayList<Runbook>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(ShownSteps::isRunbook).sorted().toList()) {
                runbooks.addAll(RunbookParser.parse(folder.relativize(path).toString(), Files.readString(path))
                        .runbooks());
            }
        }
        return runbooks;
    }

    private static boolean isRunbook(Path path) {
        return path.toString().endsWith(".md") && !path.endsWith("README.md");
    }

    static List<Shown> of(Runbook runbook) {
        return runbook.walk().steps().stream()
                .map(step -> new Shown(
                        runbook,
                        step,
                        Drill.of(plan(runbook, alone(step))).with(NO_LABELS).acknowledges(Drill.ANA)))
                .toList();
    }

    /** The step with the labels that it has, leading nowhere else. */
    private static Step alone(Step step) {
        var outcomes = step.outcomes().stream()
                .map(outcome -> new Outcome(outcome.label(), new Target.Resolved()))
                .toList();
        return new Step(
                step.id(), Step.Part.VERIFICATION, step.title(), step.text(), outcomes, step.retry(), step.line());
    }

    private static Plan plan(Runbook runbook, Step step) {
        var plan = Plans.of(new Walk(List.of(step)));
        var book = plan.book().orElseThrow();
        var own = new Book(
                runbook.id(),
                runbook.path(),
                runbook.revision(),
                runbook.title(),
                runbook.sections(),
                book.walk(),
                book.owner(),
                book.policy());
        return new Plan(List.of(own), plan.owner(), plan.policy(), plan.resolve(), plan.reopenWithin());
    }
}

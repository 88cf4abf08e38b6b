package dev.handrail.runbook.library;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.parse.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a runbook says of the other files of its library, and whether that is so. */
final class CrossRules {
    private final Catalogue catalogue;
    private final Map<String, String> texts;

    CrossRules(Catalogue catalogue, Map<String, String> texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    List<Problem> check(Runbook runbook, List<Runbook> all) {
        var found = new ArrayList<Problem>();
        owner(runbook).ifPresent(found::add);
        flow(runbook).ifPresent(found::add);
        duplicate(runbook, all).ifPresent(found::add);
        for (var step : runbook.walk().steps()) {
            for (var outcome : step.outcomes()) {
                if (outcome.target() instanceof Target.ToRunbook to) {
                    jump(to, all)
                            .map(fault -> at(runbook, step, outcome, fault))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Problem> owner(Runbook runbook) {
        var known = catalogue.owners().keySet().stream().map(OwnerId::value).toList();
        return runbook.policy()
                .owner()
                .map(OwnerId::value)
                .filter(id -> !known.contains(id))
                .map(id -> Problem.error(
                        at(runbook, "owner"), "unknown-owner", "'" + id + "'", Nearest.advice(id, known)));
    }

    private Optional<Problem> flow(Runbook runbook) {
        var known = catalogue.flows().keySet();
        return runbook.policy()
                .flow()
                .filter(id -> !known.contains(id))
                .map(id ->
                        Problem.error(at(runbook, "flow"), "unknown-flow", "'" + id + "'", Nearest.advice(id, known)));
    }

    /** The first by path keeps the id. */
    private Optional<Problem> duplicate(Runbook runbook, List<Runbook> all) {
        return all.stream()
                .filter(other -> other.id().equals(runbook.id()))
                .findFirst()
                .filter(first -> !first.path().equals(runbook.path()))
                .map(first -> Problem.error(
                        at(runbook, "id"),
                        "duplicate-id",
                        "'" + runbook.id() + "', which " + first.path() + " has",
                        "an id of its own"));
    }

    private record Fault(String rule, String found, String wanted) {}

    private static Optional<Fault> jump(Target.ToRunbook to, List<Runbook> all) {
        var other =
                all.stream().filter(runbook -> runbook.path().equals(to.path())).findFirst();
        if (other.isEmpty()) {
            var paths = all.stream().map(Runbook::path).toList();
            return Optional.of(new Fault("unknown-runbook", "'" + to.path() + "'", Nearest.advice(to.path(), paths)));
        }
        var walk = other.get().walk();
        return to.step().filter(id -> walk.find(id).isEmpty()).map(id -> {
            var steps = walk.steps().stream().map(Step::id).map(StepId::value).toList();
            return new Fault("unknown-step", "'" + to.path() + "#" + id + "'", Nearest.advice(id.value(), steps));
        });
    }

    private Problem at(Runbook runbook, Step step, Outcome outcome, Fault fault) {
        var at = Places.outcome(runbook.path(), text(runbook), step.line(), outcome.label());
        return Problem.error(at, fault.rule(), fault.found(), fault.wanted());
    }

    private Position at(Runbook runbook, String key) {
        return Places.key(runbook.path(), text(runbook), key);
    }

    private String text(Runbook runbook) {
        return texts.getOrDefault(runbook.path(), "");
    }
}

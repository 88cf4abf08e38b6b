package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.StepNames;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.fence.Placeholder;
import dev.handrail.runbook.parse.StepReader.ReadStep;
import dev.handrail.runbook.syntax.OutcomeItem;
import dev.handrail.runbook.syntax.ReadFence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks whether what a step's fences say of its outcomes, and of other steps, is so. */
final class FenceCheck {
    private final StepNames names;
    private final Set<StepId> withValue;
    private final Problems problems;

    FenceCheck(List<ReadStep> steps, StepNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
        this.withValue = steps.stream()
                .filter(step -> step.fences().stream().anyMatch(ReadFence::givesValue))
                .map(step -> step.draft().id())
                .collect(Collectors.toSet());
    }

    /** @param outcomes the step's, save for those whose targets went wrong */
    void check(ReadStep step, List<Outcome> outcomes) {
        var labels = step.outcomes()
                .map(items -> items.stream().map(OutcomeItem::label).toList())
                .orElseGet(() -> outcomes.stream().map(Outcome::label).toList());
        for (var read : step.fences()) {
            read.labels().forEach(label -> mustBeThere(label, labels));
            read.placeholders().forEach(this::mustHaveValue);
            read.fence().ifPresent(fence -> check(fence, step, outcomes));
        }
    }

    private void check(Fence fence, ReadStep step, List<Outcome> outcomes) {
        switch (fence) {
            case Fence.Check check when check.isAutomatic() -> mayGoOn(check, step, outcomes);
            case Fence.Retry retry when step.outcomes().isPresent() -> mustNameOutcomes(retry);
            case Fence.Check _, Fence.Ask _, Fence.Retry _, Fence.Owner _ -> {}
        }
    }

    private void mustBeThere(Placed<String> label, List<String> known) {
        if (!known.contains(label.value())) {
            problems.error(
                    label.at(), "unknown-outcome", "'" + label.value() + "'", Nearest.advice(label.value(), known));
        }
    }

    private void mustHaveValue(Placeholder placeholder) {
        if (placeholder.source() != Placeholder.Source.STEP) {
            return;
        }
        var found =
                names.find(placeholder.name()).filter(StepNames.Found::isExact).map(StepNames.Found::step);
        if (found.isEmpty()) {
            var known = withValue.stream().map(StepId::value).toList();
            problems.error(
                    placeholder.at(),
                    "unknown-step",
                    "'" + placeholder.name() + "'",
                    Nearest.advice(placeholder.name(), known));
        }
        found.filter(step -> !withValue.contains(step))
                .ifPresent(step -> problems.error(
                        placeholder.at(),
                        "step-without-value",
                        "'" + step + "', a step with neither a check nor an ask",
                        "a step of this file that has one"));
    }

    private void mayGoOn(Fence.Check check, ReadStep step, List<Outcome> outcomes) {
        if (step.fences().stream().anyMatch(ReadFence::changesSomething)) {
            problems.error(
                    check.at(),
                    "auto-with-retry",
                    "auto: true beside a retry",
                    "a person's word where something changes");
        }
        var pass = check.outcomes().get("pass");
        if (pass != null
                && outcomes.stream()
                        .filter(outcome -> outcome.label().equals(pass.value()))
                        .anyMatch(outcome -> outcome.target() instanceof Target.Resolved)) {
            problems.error(
                    pass.at(),
                    "auto-to-resolved",
                    "'" + pass.value() + "', which ends the run, with auto: true",
                    "a person who says that it is over: no auto here, or another target");
        }
    }

    private void mustNameOutcomes(Fence.Retry retry) {
        if (retry.outcomes().isEmpty()) {
            problems.error(
                    retry.at(),
                    "missing-key",
                    "a retry without 'outcomes' in a step with an outcome list",
                    "outcomes: {ok: ..., failed: ...} with labels of the list");
        }
    }
}

package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/** The steps of a runbook in the file's order. At least one; every {@link Target.ToStep} leads to one of them. */
public record Walk(List<Step> steps) {
    public Walk {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a walk needs at least one step");
        }
    }

    @JsonIgnore
    public Step first() {
        return steps.getFirst();
    }

    public Optional<Step> find(StepId id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** Returns the step {@code id}. Throws {@link IllegalArgumentException} naming the steps there are if it is not one. */
    public Step step(StepId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no step '%s'; there are %s"
                .formatted(id, steps.stream().map(Step::id).toList())));
    }

    /** Returns the place of a step among all of them, counted from 1. */
    public int number(StepId id) {
        return steps.indexOf(step(id)) + 1;
    }

    /** Returns the first of the closing steps that ask whether it is over; empty if the runbook has no Verification section. */
    @JsonIgnore
    public Optional<Step> verification() {
        return steps.stream()
                .filter(step -> step.part() == Step.Part.VERIFICATION)
                .findFirst();
    }
}

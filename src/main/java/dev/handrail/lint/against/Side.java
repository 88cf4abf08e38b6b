package dev.handrail.lint.against;

import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Mentions.StepFence;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.fence.Fence;
import java.util.Optional;

/** One revision of a runbook, and what its file names. */
public record Side(Runbook runbook, Mentions mentions) {
    /** Returns what a step tries, by hand or by an action. */
    Optional<Fence.Retry> retry(Step step) {
        return mentions.fences().stream()
                .filter(fence -> fence.step().equals(step.id()))
                .map(StepFence::fence)
                .filter(Fence.Retry.class::isInstance)
                .map(Fence.Retry.class::cast)
                .findFirst();
    }
}

package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handrail.ownership.OwnerId;
import java.util.List;
import java.util.Optional;

/**
 * One thing a responder does or looks at, then says what happened.
 *
 * @param title the heading, as plain text, without a leading number
 * @param text what the responder reads: Markdown, without the heading, the fences that Handrail reads, and the outcome list
 * @param outcomes one to six; "something else" is always offered besides
 * @param owner who answers for this step, in place of the runbook's owner
 * @param line where the step stands in the file, counted from 1
 */
public record Step(
        StepId id,
        Part part,
        String title,
        String text,
        List<Outcome> outcomes,
        Optional<Retry> retry,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<OwnerId> owner,
        int line) {

    /** The part of the runbook that a step stands in, in the order in which they are walked. */
    public enum Part {
        DIAGNOSIS,
        MITIGATION,
        VERIFICATION
    }

    /** Steps of earlier releases were stored without {@code owner}. */
    @SuppressWarnings({"ConstantConditions", "RedundantNullCheck", "OptionalAssignedToNull"})
    public Step {
        owner = owner == null ? Optional.empty() : owner;
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("step '" + id + "' has no outcome");
        }
    }

    /** A step that its runbook's owner answers for. */
    public Step(
            StepId id, Part part, String title, String text, List<Outcome> outcomes, Optional<Retry> retry, int line) {
        this(id, part, title, text, outcomes, retry, Optional.empty(), line);
    }

    public Optional<Outcome> outcome(String label) {
        return outcomes.stream()
                .filter(outcome -> outcome.label().equals(label))
                .findFirst();
    }
}

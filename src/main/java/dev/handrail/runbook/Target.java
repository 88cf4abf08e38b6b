package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Optional;

/** Where an outcome leads, as its author wrote it, with {@code next} and links already resolved to steps. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Target.ToStep.class, name = "step"),
    @JsonSubTypes.Type(value = Target.Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = Target.Escalate.class, name = "escalate"),
    @JsonSubTypes.Type(value = Target.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Target.ToRunbook.class, name = "runbook")
})
public sealed interface Target {
    /** A step of the same runbook. */
    record ToStep(StepId step) implements Target {}

    /** The failure is over: the run ends. */
    record Resolved() implements Target {}

    /** The failure is outside the known pattern. {@code reason} may be empty. */
    record Escalate(String reason) implements Target {}

    /** Nothing to do for {@code time}, then {@code then}: a step or an escalation, never an ending. */
    record Wait(Duration time, Target then) implements Target {}

    /**
     * Another runbook of the library, with no return.
     *
     * @param path relative to the library's folder
     * @param step the step to begin at; empty for its first
     */
    record ToRunbook(String path, Optional<StepId> step) implements Target {}
}

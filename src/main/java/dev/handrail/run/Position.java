package dev.handrail.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Instant;
import java.util.Optional;

/** Where a run stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "at")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Position.Offered.class, name = "offered"),
    @JsonSubTypes.Type(value = Position.OnStep.class, name = "on_step"),
    @JsonSubTypes.Type(value = Position.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Position.Escalated.class, name = "escalated"),
    @JsonSubTypes.Type(value = Position.HandedOff.class, name = "handed_off"),
    @JsonSubTypes.Type(value = Position.Finished.class, name = "finished")
})
public sealed interface Position {
    /** Waiting for somebody to say that they are on it. */
    record Offered() implements Position {}

    /**
     * A step is shown and waits for an answer.
     *
     * @param attempt how often the step has been shown, this time included
     * @param notBefore for a retry step: when its next try may start, after the back-off
     * @param openTry for a retry step: the number of the try that was started and not yet reported, from 1
     */
    record OnStep(StepId step, int attempt, Optional<Instant> notBefore, Optional<Integer> openTry)
            implements Position {

        public boolean is(StepId otherStep, int otherAttempt) {
            return step.equals(otherStep) && attempt == otherAttempt;
        }

        /**
         * Says whether an outcome may be answered now. The result of a try is asked only once the try was started, and then
         * nothing else is.
         *
         * @param shown the step that this position is on
         */
        public boolean offers(Step shown, String outcome) {
            return shown.retry()
                    .map(retry -> retry.outcomes().has(outcome) == openTry.isPresent())
                    .orElse(true);
        }
    }

    /** Nothing to do until then; {@code step} and {@code attempt} are those that led here. */
    record Waiting(StepId step, int attempt, Instant until, Target then) implements Position {
        public boolean is(StepId otherStep, int otherAttempt) {
            return step.equals(otherStep) && attempt == otherAttempt;
        }
    }

    /** Outside the known pattern; nobody has taken it yet. {@code step} is where the walk stopped. */
    record Escalated(Optional<StepId> step) implements Position {}

    /** Somebody has taken the escalation and works on it without steps. */
    record HandedOff(Person to, Optional<StepId> step) implements Position {}

    /**
     * Over.
     *
     * @param into the incident where it goes on; empty where it was not merged
     */
    record Finished(Ending ending, Instant since, Optional<IncidentId> into) implements Position {
        public Finished(Ending ending, Instant since) {
            this(ending, since, Optional.empty());
        }
    }
}

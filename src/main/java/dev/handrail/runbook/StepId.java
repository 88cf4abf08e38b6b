package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A step's name within its runbook: the heading's GitHub slug, or the explicit anchor in it. */
public record StepId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a step's name must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

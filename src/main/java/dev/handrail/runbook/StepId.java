package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonKey;
import com.fasterxml.jackson.annotation.JsonValue;

/** A step's name within its runbook: the heading's GitHub slug, or the explicit anchor in it. */
public record StepId(@JsonValue @JsonKey String value) implements Comparable<StepId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a step's name must not be blank");
        }
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.handrail.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An incident's number: short, because people say it aloud. */
public record IncidentId(@JsonValue long value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IncidentId {
        if (value < 1) {
            throw new IllegalArgumentException("incidents are numbered from 1, not " + value);
        }
    }

    /** Returns the number as people write it: {@code #42}. */
    @Override
    public String toString() {
        return "#" + value;
    }
}

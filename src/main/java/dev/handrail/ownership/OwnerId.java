package dev.handrail.ownership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An owner's key in owners.yml. */
public record OwnerId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OwnerId {}

    @Override
    public String toString() {
        return value;
    }
}

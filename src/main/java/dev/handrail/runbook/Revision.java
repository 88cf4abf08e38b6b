package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.handrail.platform.Sha256;

/** The SHA-256 of a runbook file's text: a run is pinned to one. */
public record Revision(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Revision {}

    public static Revision of(String text) {
        return new Revision(Sha256.of(text));
    }

    /** Returns the first 8 characters: enough for people to tell revisions apart. */
    public String abbreviated() {
        return value.substring(0, Math.min(8, value.length()));
    }
}

package dev.handrail.runbook.fence;

import dev.handrail.platform.source.Position;

/** A value that is filled in when a fence is run: <code>{{ order_id }}</code>. */
public record Placeholder(Source source, String name, Position at) {
    /** Where the value comes from. */
    public enum Source {
        /** A label, else an annotation. */
        NAME,
        LABEL,
        ANNOTATION,
        /** What an earlier step's check or question gave; {@code name} is the step's. */
        STEP
    }
}

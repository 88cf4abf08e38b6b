package dev.handrail.runbook.syntax;

import java.time.Duration;

/** Where an outcome leads, as its author wrote it: nothing is looked up yet. */
public sealed interface Aim {
    /** The following step. */
    record Next() implements Aim {}

    /** The failure is over. */
    record Resolved() implements Aim {}

    /** The owner. {@code reason} may be empty. */
    record Escalate(String reason) implements Aim {}

    /** The address of a link: {@code #step}, {@code other.md} or {@code other.md#step}. */
    record Link(String address) implements Aim {}

    /** Nothing to do for {@code time}, then {@code then}. */
    record Wait(Duration time, Aim then) implements Aim {}
}

package dev.handrail.run;

import java.time.Instant;

/**
 * An event on an incident's timeline.
 *
 * @param position its place on the timeline, from 1
 */
public record Happened(long position, Instant at, RunEvent event) {}

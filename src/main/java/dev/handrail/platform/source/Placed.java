package dev.handrail.platform.source;

/** Something that somebody wrote, and where it begins. */
public record Placed<T>(T value, Position at) {}

package dev.handrail.cli.match;

/** What the author of a regression test says should come of an alert. */
public sealed interface Expected {
    /** They do not say. */
    record Anything() implements Expected {}

    /** No runbook is for it. */
    record NoRunbook() implements Expected {}

    /** @param path relative to the library's folder */
    record Runbook(String path) implements Expected {}
}

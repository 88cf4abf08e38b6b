package dev.handrail.ownership.system;

/** How Handrail signs in to a system: names of environment variables, never what they hold. */
public sealed interface Credentials {
    record None() implements Credentials {}

    /** {@code Authorization: Bearer ...}. */
    record Bearer(String variable) implements Credentials {}

    /** HTTP Basic, or a database's user. */
    record Password(String userVariable, String passwordVariable) implements Credentials {}

    /** A header of the system's own. */
    record Header(String header, String variable) implements Credentials {}
}

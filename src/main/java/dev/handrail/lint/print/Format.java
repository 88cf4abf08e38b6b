package dev.handrail.lint.print;

import java.util.Locale;

/** For whom a report is said. */
public enum Format {
    /** People at a terminal. */
    TEXT,
    /** Programs: one object. */
    JSON,
    /** Viewers of code scanning results. */
    SARIF,
    /** A GitHub workflow's log, which shows each problem at its line of the change. */
    GITHUB;

    /** Returns the word for the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

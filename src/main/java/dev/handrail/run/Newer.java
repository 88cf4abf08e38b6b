package dev.handrail.run;

import dev.handrail.runbook.Revision;

/** What the library holds, compared with what a run is pinned to. */
public sealed interface Newer {
    /** The same. */
    record Nothing() implements Newer {}

    /** @param why the newer file cannot be walked: a sentence */
    record Unusable(String why) implements Newer {}

    /**
     * Something else, which can be walked.
     *
     * @param plan what the run would be pinned to
     * @param revision {@link Plan#edition} of it
     * @param changes in words, on one line
     */
    record Available(Plan plan, Revision revision, String changes) implements Newer {}
}

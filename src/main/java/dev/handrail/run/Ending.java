package dev.handrail.run;

/** How a run ended. */
public enum Ending {
    /** A person said that the failure is over. */
    RESOLVED,
    /** The source said so, and the runbook lets that be enough. */
    RESOLVED_BY_SOURCE,
    /** The source said so before anybody acknowledged, and stayed quiet. */
    RESOLVED_UNATTENDED,
    /** A person said that it is the same failure as another incident, where it goes on. */
    MERGED
}

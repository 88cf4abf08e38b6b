package dev.handrail.run;

/** Why a run was escalated. All are the same to the machine: outside the known pattern, so a named person is told. */
public enum Cause {
    /** No runbook matched. */
    UNKNOWN_FAILURE,
    /** The responder saw something that the step does not list. */
    SOMETHING_ELSE,
    /** An outcome of the runbook says so. */
    OUTCOME,
    /** Every try that the runbook allows was made. */
    RETRY_LIMIT,
    /** Somebody asked for the owner. */
    BY_HAND,
    /** Nobody acknowledged in time. */
    NOT_ACKNOWLEDGED,
    /** Nobody answered the step in time. */
    NO_ANSWER,
    /** The owner took it and has been silent since. */
    OWNER_SILENT
}

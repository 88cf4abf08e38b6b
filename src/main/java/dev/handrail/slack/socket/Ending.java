package dev.handrail.slack.socket;

/** Why a socket is to be replaced. */
enum Ending {
    /** Slack is about to close it; until then it serves. */
    LEAVING,
    /** It is closed, or broken. */
    LOST,
    /** Nothing has been heard on it for too long. */
    SILENT,
    /** What comes over it cannot be kept, and is to go to another replica. */
    UNKEPT,
    /** Socket Mode is switched off. */
    DISABLED
}

package dev.handrail.slack.actor;

/** What somebody is to Handrail. */
public enum Standing {
    /** They may act. */
    MAY,
    /** A guest of the workspace. */
    GUEST,
    /** Of another workspace, with which the channel is shared. */
    ELSEWHERE,
    /** No person. */
    BOT,
    /** Their account is closed. */
    DEACTIVATED,
    /** Slack does not know them. */
    UNKNOWN,
    /** In none of the user groups whose members may act. */
    NO_RESPONDER,
    /** Slack does not say now what they are. */
    UNCLEAR
}

package dev.handrail.intake.mapping;

import java.util.Locale;

/** What a mapping says with one expression. */
enum Key {
    /** Whether a shape is the one that a body has. */
    WHEN,

    /** The list of alerts in a body; the whole body without it. */
    ALERTS,

    /** Why something is no alert; nothing for what is one. */
    SKIP,
    NAME,
    SEVERITY,
    STARTS_AT,
    ENDS_AT,
    GROUP_KEY,
    LINK,

    /** Whether an alert that no runbook is for is to be forgotten: a business event that tells of no trouble. */
    UNMATCHED_IGNORED,

    /** What the sender says is missing or wrong with its own delivery, to be shown. */
    PROBLEMS,

    /** The body of the answer. */
    ANSWER,

    /** The address that proves that this delivery is wanted. */
    CONFIRM;

    /** Returns the key as authors write it: {@code starts_at}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.handrail.slack.shortcut;

/**
 * The message that a runbook is started from.
 *
 * @param text the beginning of what it says, as plain text
 */
public record Origin(String channel, String ts, String text) {}

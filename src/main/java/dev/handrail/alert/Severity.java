package dev.handrail.alert;

import java.util.Locale;

/** How much a failure hurts, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /**
     * Reads a sender's word: {@code page} is critical, {@code warning} medium, {@code info} low; anything unknown is medium.
     * Priorities count from P1, Azure's severities from Sev0, and Zabbix knows a disaster.
     */
    public static Severity ofSender(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "crit", "page", "emergency", "fatal", "disaster", "alert", "p1", "sev0" -> CRITICAL;
            case "high", "error", "major", "down", "unreachable", "p2", "sev1" -> HIGH;
            case "low",
                    "info",
                    "informational",
                    "information",
                    "minor",
                    "notice",
                    "verbose",
                    "debug",
                    "not classified",
                    "ok" -> LOW;
            case "p4", "p5", "sev3", "sev4" -> LOW;
            default -> MEDIUM;
        };
    }

    public boolean isGraverThan(Severity other) {
        return compareTo(other) < 0;
    }

    /** Returns the word that people read: {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

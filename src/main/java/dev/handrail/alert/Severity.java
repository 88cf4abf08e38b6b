package dev.handrail.alert;

import java.util.Locale;

/** How much a failure hurts, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** Reads a sender's word: {@code page} is critical, {@code warning} medium, {@code info} low; anything unknown is medium. */
    public static Severity ofSender(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "page", "emergency", "fatal", "p1" -> CRITICAL;
            case "high", "error", "major", "p2" -> HIGH;
            case "low", "info", "informational", "p4", "p5" -> LOW;
            default -> MEDIUM;
        };
    }

    /** Returns the word that people read: {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

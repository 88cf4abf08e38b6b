package dev.handrail.incident.storm;

import java.util.Locale;

/** What several failures have in common, so that one cause may lie behind them. */
public record Place(Kind kind, String name) {
    /** The kinds of place, the narrowest first. */
    public enum Kind {
        FLOW,
        SYSTEM,
        /** Only where neither flow nor system is known: the failure itself, when it opens too many incidents. */
        MODE
    }

    /** Reads what {@link #encoded} wrote. */
    public static Place of(String encoded) {
        var colon = encoded.indexOf(':');
        return new Place(
                Kind.valueOf(encoded.substring(0, colon).toUpperCase(Locale.ROOT)), encoded.substring(colon + 1));
    }

    public String encoded() {
        return word() + ":" + name;
    }

    /** Returns the label that says the same of an alert: {@code flow}, {@code system}, {@code mode}. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns it as people say it: {@code system erp-netsuite}. */
    @Override
    public String toString() {
        return kind == Kind.MODE ? "“%s”".formatted(name) : word() + " " + name;
    }
}

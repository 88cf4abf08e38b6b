package dev.handrail.preview.terminal;

import java.util.EnumSet;
import java.util.Set;

/** A stretch of text that looks the same from end to end. */
record Span(String text, Set<Look> looks) {
    /** A way for text to stand out; {@code code} is its SGR number, as terminals count them. */
    enum Look {
        BOLD(1),
        FAINT(2),
        ITALIC(3),
        UNDERLINED(4),
        RED(31),
        GREEN(32),
        YELLOW(33),
        CYAN(36);

        private final int code;

        Look(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    Span {
        looks = Set.copyOf(looks);
    }

    static Span of(String text, Look... looks) {
        var set = EnumSet.noneOf(Look.class);
        set.addAll(Set.of(looks));
        return new Span(text, set);
    }

    Span with(Look look) {
        var more = EnumSet.of(look);
        more.addAll(looks);
        return new Span(text, more);
    }
}

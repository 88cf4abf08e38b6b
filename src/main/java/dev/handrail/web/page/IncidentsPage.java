package dev.handrail.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The list of incidents.
 *
 * @param shown which of them
 * @param open newest first
 * @param closed newest first, those of this page
 * @param older where the list goes on; empty at its end
 * @param at when it was read
 */
public record IncidentsPage(
        Shown shown, List<IncidentRow> open, List<IncidentRow> closed, Optional<String> older, String at) {
    /** Which incidents are listed. */
    public enum Shown {
        ALL,
        OPEN,
        CLOSED;

        /** Reads the query's word; anything else is all. */
        static Shown of(String word) {
            return switch (word) {
                case "open" -> OPEN;
                case "closed" -> CLOSED;
                default -> ALL;
            };
        }

        /** Returns what {@code aria-current} says of the link to {@code other}. */
        public String current(Shown other) {
            return this == other ? "true" : "false";
        }
    }

    /** Returns how many are open; a drill is no failure. */
    public long failures() {
        return open.stream().filter(row -> !row.isDrill()).count();
    }

    public IncidentsPage {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }
}

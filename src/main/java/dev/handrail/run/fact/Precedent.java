package dev.handrail.run.fact;

import dev.handrail.incident.IncidentId;
import java.util.Optional;

/**
 * An incident that is over, and that one now is like.
 *
 * @param fix what fixed it, in one of few words; empty where nobody said
 * @param note the same in a person's words; may be empty
 */
public record Precedent(IncidentId id, String title, Optional<Fix> fix, String note) {
    /** More are not read by somebody who has just been woken. */
    public static final int MOST = 3;

    /** Returns {@code a retry: Restarted the feed}. */
    public String words() {
        var said = note.isBlank() ? "" : note.replaceAll("\\s+", " ").strip();
        return fix.map(Fix::words)
                .map(word -> said.isEmpty() ? word : word + ": " + said)
                .orElse(said);
    }
}

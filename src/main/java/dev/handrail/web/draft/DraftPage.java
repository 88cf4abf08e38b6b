package dev.handrail.web.draft;

import dev.handrail.draft.Draft;
import dev.handrail.run.IncidentView;

/**
 * A draft, what lint says of it, and how it gets into the library.
 *
 * @param isOpen whether the incident still goes on, so that more may be recorded
 */
public record DraftPage(long id, String title, boolean isOpen, Draft draft) {
    static DraftPage of(IncidentView view, Draft draft) {
        var incident = view.incident();
        return new DraftPage(incident.id().value(), incident.title(), incident.isOpen(), draft);
    }

    /** Returns {@code no errors, 2 warnings}. */
    public String verdict() {
        var warnings = draft.problems().size() - draft.errors();
        return "%s, %s".formatted(count(draft.errors(), "error"), count(warnings, "warning"));
    }

    private static String count(long count, String thing) {
        return (count == 0 ? "no" : Long.toString(count)) + " " + thing + (count == 1 ? "" : "s");
    }
}

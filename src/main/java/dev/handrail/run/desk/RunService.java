package dev.handrail.run.desk;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import java.util.List;
import java.util.Optional;

/** The one transaction that spans an incident and its run. */
public final class RunService {
    RunService() {}

    /**
     * Decides a command, and stores what comes of it.
     *
     * @param alongside done in the same transaction, whatever is decided: a click that is marked as handled
     * @throws IllegalArgumentException if there is no such incident
     */
    public Handled handle(IncidentId id, Command command, Runnable alongside) {
        return unwritten(id + " " + command + alongside);
    }

    public Optional<IncidentView> find(IncidentId id) {
        return unwritten(id.toString());
    }

    /** Returns incidents whose Slack thread may not show their newest event, the longest waiting first. */
    public List<IncidentId> undelivered(int limit) {
        return unwritten("" + limit);
    }

    /** Notes that the Slack thread shows the timeline up to {@code position}; without effect if it has grown since. */
    public void delivered(IncidentId id, long position) {
        unwritten(id + " " + position);
    }

    @SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
    private static <T> T unwritten(String call) {
        throw new UnsupportedOperationException(call);
    }
}

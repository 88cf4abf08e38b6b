package dev.handrail.web;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.source.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What went wrong on the way in and on the way out, for whoever runs Handrail. */
public interface OperatorReads {
    /** Returns the payloads that no alert could be read from, newest first. */
    List<Quarantined> quarantined();

    /** Returns what is wrong in the library that is loaded now, in the files' order. */
    List<Problem> runbookProblems();

    /** Returns the incidents whose Slack thread is behind, the longest first. */
    List<Undelivered> undelivered();

    /** Returns why nothing comes from Slack; empty while people's clicks come in. */
    Optional<String> slackFault();

    /** Returns what came to each source since the start, by its name; those to which nothing came are left out. */
    List<SourceCount> sources();

    /**
     * What came to a source.
     *
     * @param last when the last call was let in; empty if none was
     * @param lastRefusal why the last one that was refused was; may be empty
     */
    record SourceCount(
            String name, long accepted, long refused, long throttled, Optional<Instant> last, String lastRefusal) {}

    /**
     * A payload that was accepted and not understood.
     *
     * @param excerpt its beginning, written by strangers
     */
    record Quarantined(long id, String source, Instant receivedAt, String reason, String excerpt) {}

    /**
     * A Slack thread that does not show what happened.
     *
     * @param reason what Slack said, or why nothing was sent
     */
    record Undelivered(IncidentId incident, String channel, Instant since, String reason) {}
}

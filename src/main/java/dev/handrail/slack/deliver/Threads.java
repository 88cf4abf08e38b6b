package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import java.util.Optional;

/** Whose thread is whose, as far as Handrail was told to read what people write in threads. */
public interface Threads {
    /**
     * Returns the incident whose card a thread hangs on; empty where it is none, or nothing is to be read.
     *
     * @param ts of the message that the thread hangs on
     */
    Optional<IncidentId> incident(String channel, String ts);
}

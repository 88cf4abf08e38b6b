package dev.handrail.web;

import dev.handrail.incident.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading what senders sent, as it is kept. */
public interface PayloadReads {
    Optional<Payload> find(long id);

    /** Returns the payloads that the alerts of an incident were last reported in, newest first, without their text. */
    List<Line> of(IncidentId incident);

    /**
     * A payload in a list.
     *
     * @param problem what of it was not understood, or not sent; may be empty
     */
    record Line(long id, String source, Instant receivedAt, String problem) {}

    /**
     * A payload, written by strangers, without its secrets.
     *
     * @param replayedAt empty unless another took its place
     */
    record Payload(Line line, String body, Map<String, String> headers, Optional<Instant> replayedAt) {
        public Payload {
            headers = Map.copyOf(headers);
        }
    }
}

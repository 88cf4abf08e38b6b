package dev.handrail.web;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.WorkList;
import dev.handrail.run.IncidentView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading incidents, for pages and the API. */
public interface IncidentReads {
    /** Returns at most {@code limit} incidents, newest first: those opened before {@code before}, or the newest. */
    List<IncidentView> page(Optional<IncidentId> before, int limit);

    /** Returns every open incident, newest first. */
    List<IncidentView> open();

    Optional<IncidentView> find(IncidentId id);

    /** Returns items of an incident's work list: those that fail first, the longest first. */
    List<WorkList.Item> items(IncidentId id, int offset, int limit);

    /** Returns alerts that an incident has now: those that fire first, then in the order in which they came. */
    List<KeptAlert> alerts(IncidentId id, int limit);

    /** Returns what Slack refused of an incident, each with what was done instead. */
    List<String> refusals(IncidentId id);

    /** Returns the hash of each entry of an incident's timeline, by its position. */
    Map<Long, String> hashes(IncidentId id);
}

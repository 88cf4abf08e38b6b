package dev.handrail.run.reception;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.JdbcGroups.Newest;
import dev.handrail.incident.alerts.Grouping.Candidate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the alerts of a group go whose incident was merged into another: into that one, while it is open. Once it has ended, what
 * is new of the group begins anew, for the merge was one person's word on one occasion; what that incident held is its own, and
 * reopens it by the rule that holds for every alert.
 */
final class Following {
    private Following() {}

    static Map<String, IncidentId> groups(Map<String, Newest> newest, Map<IncidentId, Candidate> candidates) {
        var groups = new HashMap<String, IncidentId>();
        newest.forEach((group, incident) -> {
            var isOpen = Optional.ofNullable(candidates.get(incident.id()))
                    .filter(candidate -> candidate.closedAt().isEmpty())
                    .isPresent();
            if (isOpen || !incident.isMerged()) {
                groups.put(group, incident.id());
            }
        });
        return groups;
    }
}

package dev.handrail.incident.alerts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The alerts of an incident, summed up.
 *
 * @param total how many different alerts it holds
 * @param firing how many of them fire now
 * @param labels those that are equal in all of them, written by strangers
 * @param annotations those that are equal in all of them, written by strangers
 * @param work the objects that they are about
 * @param differing the names of labels in which they differ, as far as anybody has looked
 * @param link where the source shows the condition: an {@code http} or {@code https} address, written by strangers
 */
public record AlertSummary(
        int total,
        int firing,
        Map<String, String> labels,
        Map<String, String> annotations,
        Optional<String> link,
        WorkList work,
        Set<String> differing) {
    /** Of an incident without a work list, whose alerts are of one kind. */
    public AlertSummary(
            int total, int firing, Map<String, String> labels, Map<String, String> annotations, Optional<String> link) {
        this(total, firing, labels, annotations, link, WorkList.NONE, Set.of());
    }

    public AlertSummary with(WorkList other) {
        return new AlertSummary(total, firing, labels, annotations, link, other, differing);
    }

    public AlertSummary differingIn(Collection<String> names) {
        return new AlertSummary(total, firing, labels, annotations, link, work, Set.copyOf(names));
    }

    public AlertSummary {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        differing = Set.copyOf(differing);
    }
}

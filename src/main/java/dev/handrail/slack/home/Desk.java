package dev.handrail.slack.home;

import dev.handrail.ownership.Flow;
import dev.handrail.run.IncidentView;
import java.time.LocalDate;
import java.util.List;

/**
 * What is one person's, at one moment.
 *
 * @param waiting incidents that wait for them: they are asked to take them over, or one of their owners is being told
 * @param mine open incidents that they are on
 * @param owners the names of the owners whose pages reach them
 * @param flows what those own
 * @param overdue runbooks of those that nobody has reviewed in time, the longest overdue first
 */
record Desk(
        List<IncidentView> waiting,
        List<IncidentView> mine,
        List<String> owners,
        List<Flow> flows,
        List<Overdue> overdue) {
    Desk {
        waiting = List.copyOf(waiting);
        mine = List.copyOf(mine);
        owners = List.copyOf(owners);
        flows = List.copyOf(flows);
        overdue = List.copyOf(overdue);
    }

    /** @param due the day from which a review was due */
    record Overdue(String id, String title, LocalDate due) {}
}

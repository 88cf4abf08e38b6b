package dev.handrail.runbook.front;

import dev.handrail.platform.source.Position;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Policy;
import dev.handrail.runbook.Runbook.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What front matter says.
 *
 * @param places where the value of each key begins; items and inner keys as {@code match.0}, {@code review.last}
 * @param isOurs whether it was written for Handrail; other tools have front matter too
 */
public record Head(
        Optional<String> id,
        Optional<String> title,
        Status status,
        List<MatchRule> match,
        Policy policy,
        Map<String, String> links,
        Map<String, Position> places,
        boolean isOurs) {
    /** What a file without front matter says. */
    public static final Head NONE = new Head(
            Optional.empty(), Optional.empty(), Status.ACTIVE, List.of(), Policy.DEFAULT, Map.of(), Map.of(), false);
}

package dev.handrail.runbook.front;

import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Policy;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Runbook.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What front matter says.
 *
 * @param isOurs whether it was written for Handrail; other tools have front matter too
 */
public record Head(
        Optional<String> id,
        Optional<String> title,
        Status status,
        List<MatchRule> match,
        Policy policy,
        Map<String, String> links,
        boolean isOurs) {
    /** What a file without front matter says. */
    public static final Head NONE = new Head(
            Optional.empty(),
            Optional.empty(),
            Status.ACTIVE,
            List.of(),
            new Policy(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    new Resolution.Verify(),
                    Policy.DEFAULT_REOPEN_WITHIN),
            Map.of(),
            false);
}

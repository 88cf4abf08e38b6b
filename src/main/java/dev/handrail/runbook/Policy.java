package dev.handrail.runbook;

import dev.handrail.alert.Severity;
import dev.handrail.ownership.OwnerId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What front matter says of how incidents of this failure mode are handled; empty where it leaves the default.
 *
 * @param groupBy labels that, with the runbook's id, make one incident; empty for the sender's group key
 * @param acknowledgeWithin overrides the owner's escalation policy
 * @param stepWithin overrides the owner's escalation policy
 * @param reopenWithin firing again inside this window reopens the incident instead of opening another
 */
public record Policy(
        Optional<OwnerId> owner,
        Optional<String> flow,
        Optional<Severity> severity,
        List<String> groupBy,
        Optional<Duration> acknowledgeWithin,
        Optional<Duration> stepWithin,
        Resolution resolve,
        Duration reopenWithin) {

    /** The window where front matter sets none. */
    public static final Duration DEFAULT_REOPEN_WITHIN = Duration.ofMinutes(30);

    public Policy {
        groupBy = List.copyOf(groupBy);
    }
}

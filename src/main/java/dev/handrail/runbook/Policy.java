package dev.handrail.runbook;

import dev.handrail.alert.Severity;
import dev.handrail.ownership.OwnerId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What front matter says of how incidents of this failure mode are handled; empty where it leaves the default. */
public record Policy(
        Optional<OwnerId> owner,
        Optional<String> flow,
        Optional<Severity> severity,
        Grouping grouping,
        Times times,
        Resolution resolve,
        Review review) {

    /** The window where front matter sets none. */
    public static final Duration DEFAULT_REOPEN_WITHIN = Duration.ofMinutes(30);

    /** What a file without front matter says. */
    public static final Policy DEFAULT = new Policy(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Grouping(List.of(), Optional.empty()),
            new Times(Optional.empty(), Optional.empty(), DEFAULT_REOPEN_WITHIN),
            new Resolution.Verify(),
            new Review(Optional.empty(), Optional.empty()));

    /**
     * Which alerts make one incident, and what they are about.
     *
     * @param by labels that, with the runbook's id, make one incident; empty for the sender's group key
     * @param businessKey the label or annotation that names the affected object
     */
    public record Grouping(List<String> by, Optional<String> businessKey) {
        public Grouping {
            by = List.copyOf(by);
        }
    }

    /**
     * How long silence is accepted, and how long an ending is doubted.
     *
     * @param acknowledgeWithin overrides the owner's escalation policy
     * @param stepWithin overrides the owner's escalation policy
     * @param reopenWithin firing again inside this window reopens the incident instead of opening another
     */
    public record Times(Optional<Duration> acknowledgeWithin, Optional<Duration> stepWithin, Duration reopenWithin) {}

    /**
     * When somebody last read the runbook against what is true, and how often somebody should.
     *
     * @param every whole days, at least one
     */
    public record Review(Optional<LocalDate> last, Optional<Duration> every) {
        /** Returns the day from which the next review is due; empty if the runbook does not say both. */
        public Optional<LocalDate> due() {
            return last.flatMap(day -> every.map(span -> day.plusDays(span.toDays())));
        }
    }

    public List<String> groupBy() {
        return grouping.by();
    }

    public Optional<String> businessKey() {
        return grouping.businessKey();
    }

    public Optional<Duration> acknowledgeWithin() {
        return times.acknowledgeWithin();
    }

    public Optional<Duration> stepWithin() {
        return times.stepWithin();
    }

    public Duration reopenWithin() {
        return times.reopenWithin();
    }
}

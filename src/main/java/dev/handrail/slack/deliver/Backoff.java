package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure before Slack is asked again: from half a second to 15 s, doubling, not all at the same moment.
 * No longer, because somebody may be waiting to be woken by what is sent.
 */
final class Backoff {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int DOUBLINGS = 5;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<IncidentId, Integer> failures = new ConcurrentHashMap<>();

    Backoff(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Notes a failure, and returns when to ask again. */
    Instant next(IncidentId id) {
        var failed = failures.merge(id, 1, Integer::sum);
        var wait = SHORTEST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        var spread = wait.plusMillis((long) (wait.toMillis() * random.nextDouble(0.5)));
        return clock.instant().plus(spread.compareTo(LONGEST) > 0 ? LONGEST : spread);
    }

    /** Notes that everything went well. */
    void reset(IncidentId id) {
        failures.remove(id);
    }

    /** Notes that Slack answers again after a time in which it did not. */
    void reset() {
        failures.clear();
    }
}

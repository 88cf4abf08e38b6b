package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** How long to wait after a failure before Slack is asked again: from 1 s to 60 s, doubling, not all at the same moment. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DOUBLINGS = 6;

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
        var wait = Duration.ofSeconds(1L << Math.min(failed - 1, DOUBLINGS));
        var spread = wait.plusMillis((long) (wait.toMillis() * random.nextDouble(0.5)));
        return clock.instant().plus(spread.compareTo(LONGEST) > 0 ? LONGEST : spread);
    }

    /** Notes that everything went well. */
    void reset(IncidentId id) {
        failures.remove(id);
    }
}

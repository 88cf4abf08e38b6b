package dev.handrail.slack.socket;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a socket is opened again: from half a second to a minute, doubling, never at the same moment. */
final class Waits {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DOUBLINGS = 7;

    private Waits() {}

    /** @param failures in a row, from 1 */
    static Duration after(int failures, RandomGenerator random) {
        var whole = SHORTEST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        var capped = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
        return capped.dividedBy(2).plusMillis(random.nextLong(capped.toMillis() / 2 + 1));
    }
}

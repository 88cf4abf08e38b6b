package dev.handrail.slack.socket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the sockets are now, for whoever runs Handrail. */
public final class SocketStanding {
    /** Without a socket for so long, something is wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock = InstantSource.system();
    private final TreeMap<Integer, Instant> openSince = new TreeMap<>();
    private boolean used;
    private boolean disabled;
    private int connections;
    private long opened;
    private Instant noneSince = Instant.MAX;
    private @Nullable String fault;

    SocketStanding() {}

    /**
     * One look.
     *
     * @param open how many are open, of {@link Sockets#LANES}
     * @param opened how many have been opened since the start
     * @param connections how many the app had when the last one was opened, those of other replicas among them
     * @param fault why the last one could not be opened, or why there will be none
     */
    public record Now(int open, long opened, int connections, boolean isWell, Optional<String> fault) {}

    /** Empty where nothing comes over sockets. */
    public synchronized Optional<Now> now() {
        var isLate = openSince.isEmpty() && noneSince.isBefore(clock.instant().minus(PATIENCE));
        return used
                ? Optional.of(new Now(
                        openSince.size(), opened, connections, !disabled && !isLate, Optional.ofNullable(fault)))
                : Optional.empty();
    }

    synchronized void begun() {
        used = true;
        noneSince = clock.instant();
    }

    synchronized void opened(int lane, int all) {
        openSince.put(lane, clock.instant());
        opened++;
        connections = all;
        fault = null;
    }

    synchronized void closed(int lane) {
        if (openSince.remove(lane) != null && openSince.isEmpty()) {
            noneSince = clock.instant();
        }
    }

    synchronized void failed(String why) {
        if (!disabled) {
            fault = why;
        }
    }

    synchronized void disabled(String why) {
        disabled = true;
        fault = why;
    }
}

package dev.handrail.simulator.workspace;

import java.util.UUID;

/** Counts the changes of the workspace. The epoch names one history of it: after a reset, old revisions mean nothing. */
final class Changes {
    private String epoch = UUID.randomUUID().toString();
    private long revision = 1;

    synchronized long next() {
        return ++revision;
    }

    synchronized long current() {
        return revision;
    }

    synchronized String epoch() {
        return epoch;
    }

    synchronized void restart() {
        epoch = UUID.randomUUID().toString();
        revision++;
    }

    synchronized void restore(String epoch, long revision) {
        this.epoch = epoch;
        this.revision = revision;
    }
}

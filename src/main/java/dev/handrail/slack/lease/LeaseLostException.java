package dev.handrail.slack.lease;

/** Another process writes to Slack now; what this one was about to store is not stored. */
public final class LeaseLostException extends RuntimeException {
    LeaseLostException(long epoch) {
        super("the lease of epoch %d is another process's now".formatted(epoch));
    }
}

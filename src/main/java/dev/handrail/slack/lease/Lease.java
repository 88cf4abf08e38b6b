package dev.handrail.slack.lease;

import java.util.function.Supplier;

/** The right to write to Slack. */
public interface Lease extends AutoCloseable {
    /** Begins to ask for it; it may be held when this returns. */
    void start();

    /** Says whether a call to Slack may be begun now: it will have ended before anybody else may begin one. */
    boolean isHeld();

    /**
     * Stores something in one transaction, if the right is still held.
     *
     * @throws LeaseLostException if somebody else has it; nothing is stored then
     */
    <T> T store(Supplier<T> work);

    /** Has the holder's memory stored soon, because it has changed. */
    void remember();

    /** Gives it back, so that another may begin at once. */
    @Override
    void close();

    /** What a holder knows that the next one has to know. */
    interface Memory {
        String written();

        /**
         * Takes over what the holder before knew.
         *
         * @param wasGivenBack if not, something may have happened after it was written
         */
        void read(String written, boolean wasGivenBack);
    }
}

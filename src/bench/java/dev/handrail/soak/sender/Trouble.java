package dev.handrail.soak.sender;

import java.time.Instant;

/**
 * Something that fails, which a sender tells of: once that it fires, and maybe once that it is over.
 *
 * @param name what fails, as its sender calls it
 * @param batch what senders put it down to whose own names are fixed; others have it in the name
 * @param flow id of the flow that it is in
 */
public record Trouble(int number, String name, String batch, String flow, Instant began) {
    /** Returns what is looked for afterwards: in no two alerts. */
    public String mark() {
        return "soak-%06d".formatted(number);
    }

    long beganSecond() {
        return began.getEpochSecond();
    }
}

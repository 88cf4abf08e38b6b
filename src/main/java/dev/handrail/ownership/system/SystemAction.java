package dev.handrail.ownership.system;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A request that changes something in a system.
 *
 * @param path with <code>{{ name }}</code> where a parameter goes
 * @param body JSON with the same, inside its texts; empty for none
 * @param idempotencyHeader by which the system knows a second sending of one try; empty if it knows no such thing
 * @param timeout after which nobody knows how the try ended
 * @param parameters what a retry must give in {@code with}
 */
public record SystemAction(
        String name,
        Method method,
        String path,
        Optional<String> body,
        Optional<String> idempotencyHeader,
        Duration timeout,
        Set<String> parameters) {
    /** The HTTP methods that change something. */
    public enum Method {
        POST,
        PUT,
        PATCH,
        DELETE
    }

    public SystemAction {
        parameters = Set.copyOf(parameters);
    }
}

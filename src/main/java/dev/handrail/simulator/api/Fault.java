package dev.handrail.simulator.api;

import dev.handrail.simulator.wire.Arguments;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is to go wrong.
 *
 * @param method a Web API method, {@code *} for all of them, or
 *     {@code interaction} or {@code event} for what is sent to the bot
 * @param times how often
 * @param delay for a 429, the {@code Retry-After}; for what is slow or late, how much
 * @param error the code that Slack answers with {@code ok:false}
 */
public record Fault(String method, Kind kind, int times, Duration delay, Optional<String> error) {
    private static final Set<String> DELIVERIES = Set.of(Faults.INTERACTION, Faults.EVENT);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What goes wrong. */
    public enum Kind {
        /** HTTP 429, nothing happens. */
        RATE_LIMITED("429"),
        /** HTTP 500, nothing happens. */
        FAILS_BEFORE("500_before"),
        /** It happens, and HTTP 500 is answered. */
        FAILS_AFTER("500_after"),
        /** It happens, and the answer never comes. */
        SILENT_AFTER("timeout_after"),
        /** It happens late. */
        SLOW("slow"),
        /** The connection breaks, nothing happens. */
        DOWN("down"),
        /** {@code ok:false}, nothing happens. */
        REFUSED("error"),
        /** What is sent to the bot comes twice, one after the other. */
        DUPLICATE("duplicate"),
        /** What is sent to the bot comes twice at the same time. */
        CONCURRENT("concurrent"),
        /** What is sent to the bot comes late, with the time of when it happened. */
        LATE("late"),
        /** What is sent to the bot comes after the one that comes after it. */
        OUT_OF_ORDER("out_of_order");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the kind's name in the control API. */
        public String word() {
            return word;
        }
    }

    /** Reads a fault from the control API. A fault with an error code and no kind is a refusal. */
    public static Fault of(Arguments arguments) {
        var word = arguments.text("kind").orElse("error");
        var kind = Arrays.stream(Kind.values())
                .filter(value -> value.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of fault: " + word));
        return new Fault(
                arguments.text("method").orElse("*"),
                kind,
                arguments.number("times").orElse(1),
                delay(arguments, kind),
                arguments.text("error"));
    }

    private static Duration delay(Arguments arguments, Kind kind) {
        return switch (kind) {
            case RATE_LIMITED ->
                arguments.number("retry_after").stream()
                        .mapToObj(Duration::ofSeconds)
                        .findFirst()
                        .orElse(RETRY_AFTER);
            case SILENT_AFTER, SLOW, LATE ->
                arguments.number("millis").stream()
                        .mapToObj(Duration::ofMillis)
                        .findFirst()
                        .orElse(PATIENCE);
            case FAILS_BEFORE, FAILS_AFTER, DOWN, REFUSED, DUPLICATE, CONCURRENT, OUT_OF_ORDER -> Duration.ZERO;
        };
    }

    boolean covers(String name) {
        return method.equals(name) || (method.equals("*") && !DELIVERIES.contains(name));
    }

    Fault once() {
        return new Fault(method, kind, times - 1, delay, error);
    }
}

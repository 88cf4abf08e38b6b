package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Position;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Retry.TryOutcomes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fence that Handrail reads.
 *
 * @param isRun whether Handrail does what it says and it can be left out of the step's text; else responders see it
 * @param retry what it says if it is a retry that is run
 * @param labels the step's outcomes that it names
 */
public record Fence(Kind kind, Position at, boolean isRun, Optional<RetryFence> retry, List<Label> labels) {
    /** What a fence is for: the key that it must have. */
    public enum Kind {
        CHECK,
        ASK,
        RETRY;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An outcome that a fence names. */
    public record Label(String text, Position at) {}

    /** A retry by hand whose outcomes, if it names none, are those of a step without a list. */
    public record RetryFence(String key, int limit, List<Duration> backoff, Optional<TryOutcomes> outcomes) {
        public Retry with(TryOutcomes fallback) {
            return new Retry(Retry.MANUAL, key, limit, backoff, outcomes.orElse(fallback));
        }
    }

    public Fence {
        labels = List.copyOf(labels);
    }
}

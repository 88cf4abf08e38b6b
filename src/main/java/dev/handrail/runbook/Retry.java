package dev.handrail.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that changes a system and may be tried again, within limits.
 *
 * @param action {@code manual}: the responder does it by hand and reports; else an action of systems.yml
 * @param key whose tries are counted together, in all incidents, as written: text with {@code {{ label }}} placeholders
 * @param limit tries per key within 24 hours, from 1
 * @param backoff waits between tries: {@code limit - 1} entries
 * @param outcomes which of the step's outcomes a try can end with
 */
public record Retry(String action, String key, int limit, List<Duration> backoff, TryOutcomes outcomes) {
    public static final String MANUAL = "manual";

    public Retry {
        backoff = List.copyOf(backoff);
        if (limit < 1 || backoff.size() != limit - 1) {
            throw new IllegalArgumentException(
                    "a retry of %d tries needs %d waits between them, but has %s".formatted(limit, limit - 1, backoff));
        }
    }

    /** Exact labels of outcomes of the step that the retry stands in. {@code unknown}: nobody can tell. */
    public record TryOutcomes(String ok, String failed, Optional<String> unknown) {
        public boolean has(String label) {
            return label.equals(ok)
                    || label.equals(failed)
                    || unknown.filter(label::equals).isPresent();
        }
    }
}

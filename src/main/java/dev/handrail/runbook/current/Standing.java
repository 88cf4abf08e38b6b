package dev.handrail.runbook.current;

import java.time.Instant;
import java.util.Optional;

/**
 * How things stand with the library's source, for people. It holds no secret.
 *
 * @param place the folder, or the repository with its branch
 * @param commit the full id of the commit that is read; empty for a folder
 * @param reachedAt when the source was last reached; empty if it was not since Handrail started
 * @param fault why it cannot be reached now; empty while it can
 */
public record Standing(String place, Optional<String> commit, Optional<Instant> reachedAt, Optional<String> fault) {
    /** Returns the standing of a source that was reached just now. */
    public static Standing reached(String place, Optional<String> commit, Instant now) {
        return new Standing(place, commit, Optional.of(now), Optional.empty());
    }

    /** Returns the standing after the source could not be reached. */
    public Standing failing(String sentence) {
        return new Standing(place, commit, reachedAt, Optional.of(sentence));
    }
}

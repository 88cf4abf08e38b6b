package dev.handrail.runbook.git;

import java.time.Instant;
import java.util.Optional;

/**
 * One commit that changed a file.
 *
 * @param commit its full id
 * @param author who made the change, as the commit says
 * @param at when it was made
 * @param subject the first line of what the author said of it
 * @param link where the commit can be seen, where the server is one that we know
 */
public record Change(String commit, String author, Instant at, String subject, Optional<String> link) {
    /** Returns the first 8 characters of the commit's id: enough for people. */
    public String abbreviated() {
        return commit.substring(0, Math.min(8, commit.length()));
    }
}

package dev.handrail.runbook.current;

import java.time.Duration;

/** Where the files of the library come from: a folder that somebody edits, or a git repository. */
public interface LibrarySource extends AutoCloseable {
    /**
     * Makes the files available when Handrail starts.
     *
     * @throws SourceUnavailableException if there are none to start with
     */
    Snapshot open();

    /** Brings the files up to date. What cannot be reached is said in the snapshot, which then holds the files as they were. */
    Snapshot refresh();

    /** How long to wait between two looks. */
    Duration every();

    @Override
    void close();
}

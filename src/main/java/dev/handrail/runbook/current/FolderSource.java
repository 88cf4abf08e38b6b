package dev.handrail.runbook.current;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A folder that somebody edits, or that something else keeps up to date. */
public final class FolderSource implements LibrarySource {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Path folder;
    private final InstantSource clock;
    private final Duration every;
    private Snapshot last;

    public FolderSource(Path folder, InstantSource clock) {
        this(folder, clock, EVERY);
    }

    FolderSource(Path folder, InstantSource clock, Duration every) {
        this.folder = folder;
        this.clock = clock;
        this.every = every;
        var place = folder.toAbsolutePath().normalize().toString();
        var never = new Standing(place, Optional.empty(), Optional.empty(), Optional.empty());
        this.last = new Snapshot(folder, "", List.of(), never);
    }

    @Override
    public Snapshot open() {
        return refresh();
    }

    /** A folder that is away for a moment, because a volume is mounted anew, is no reason to lose the library. */
    @Override
    public synchronized Snapshot refresh() {
        var standing = last.standing();
        try {
            var version = FolderState.of(folder).version();
            var reached = Standing.reached(standing.place(), Optional.empty(), clock.instant());
            last = new Snapshot(folder, version, List.of(), reached);
        } catch (UncheckedIOException e) {
            last = last.with(standing.failing("cannot read the folder: " + e.getCause()));
        }
        return last;
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public void close() {
        // nothing is held open
    }
}

package dev.handrail.runbook.library;

import dev.handrail.platform.source.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library as it is now. Safe for any number of threads; a reader keeps the whole library that it was given. */
public final class CurrentLibrary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentLibrary.class);
    private static final Duration POLL_EVERY = Duration.ofSeconds(2);

    private final Path folder;
    private final LastGood lastGood;
    private final Duration pollEvery;
    private final AtomicBoolean isWatched = new AtomicBoolean();
    private final Thread watcher;
    private volatile Library library;
    private FolderState seen = FolderState.UNKNOWN;
    private List<Problem> logged = List.of();
    private String fault = "";

    /** @param first what the folder said when it was first read */
    public CurrentLibrary(Path folder, LastGood lastGood, Library first) {
        this(folder, lastGood, first, POLL_EVERY);
    }

    CurrentLibrary(Path folder, LastGood lastGood, Library first, Duration pollEvery) {
        this.folder = folder;
        this.lastGood = lastGood;
        this.pollEvery = pollEvery;
        this.library = first;
        this.watcher = Thread.ofPlatform().daemon().name("handrail-library").unstarted(this::poll);
        log(first.problems());
    }

    public Library library() {
        return library;
    }

    /** Reads the folder again. If owners.yml or flows.yml cannot be used, the library stays as it was, with the new problems. */
    public synchronized LibraryResult reload() {
        var result = LibraryReader.read(folder, lastGood);
        library = switch (result) {
            case LibraryResult.Loaded loaded -> loaded.library();
            case LibraryResult.Refused refused ->
                new Library(library.catalogue(), library.runbooks(), refused.problems());
        };
        if (!result.problems().equals(logged)) {
            log(result.problems());
        }
        return result;
    }

    /** Begins to look for changed files every two seconds, until closed. */
    public void watch() {
        if (isWatched.compareAndSet(false, true)) {
            watcher.start();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void poll() {
        while (!Thread.currentThread().isInterrupted()) {
            reloadIfChanged();
            pause();
        }
    }

    /** Whatever is wrong, with the folder or with where last good texts are kept, may be right again in two seconds. */
    private void reloadIfChanged() {
        try {
            var now = FolderState.of(folder);
            if (!now.equals(seen)) {
                reload();
                seen = now;
            }
            fault = "";
        } catch (RuntimeException e) {
            warnOnce(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(pollEvery);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void warnOnce(RuntimeException e) {
        if (!e.toString().equals(fault)) {
            LOG.warn("library={} cannot be reloaded; it stays as it is and is tried every {}", folder, pollEvery, e);
        }
        fault = e.toString();
    }

    private void log(List<Problem> problems) {
        logged = problems;
        problems.forEach(problem -> LOG.warn("{}", problem));
        LOG.info(
                "library={} runbooks={} errors={} warnings={}",
                folder,
                library.runbooks().size(),
                problems.stream().filter(Problem::isError).count(),
                problems.stream().filter(problem -> !problem.isError()).count());
    }
}

package dev.handrail.runbook.current;

import dev.handrail.platform.Rounds;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.folder.RunbookFiles;
import dev.handrail.runbook.library.LastGood;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.library.LibraryReader;
import dev.handrail.runbook.library.LibraryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library as it is now. Safe for any number of threads; a reader keeps the whole library that it was given. */
public final class CurrentLibrary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentLibrary.class);

    private final LibrarySource source;
    private final LastGood lastGood;
    private final Rounds watch;
    private volatile Library library;
    private volatile Snapshot read;
    private List<Problem> logged = List.of();
    private String fault = "";

    private CurrentLibrary(LibrarySource source, LastGood lastGood, Snapshot first, Library library) {
        this.source = source;
        this.lastGood = lastGood;
        this.read = first;
        this.library = library;
        this.watch = new Rounds("library", source.every(), this::look);
        first.standing().fault().ifPresent(this::warnOnce);
        log(library.problems());
    }

    /**
     * Reads the library for the first time.
     *
     * @throws LibraryRefusedException when nobody could be told of anything
     * @throws SourceUnavailableException when there are no files at all
     */
    public static CurrentLibrary open(LibrarySource source, LastGood lastGood) {
        var first = source.open();
        return switch (LibraryReader.read(first.folder(), lastGood)) {
            case LibraryResult.Loaded loaded ->
                new CurrentLibrary(source, lastGood, first, withProblems(loaded.library(), all(first, loaded)));
            case LibraryResult.Refused refused ->
                throw new LibraryRefusedException(first.standing().place(), all(first, refused));
        };
    }

    public Library library() {
        return library;
    }

    /** Returns what a file of the library says now; empty if it is no file by itself, or cannot be read. */
    public Optional<String> text(String path) {
        var file = RunbookFiles.in(read.folder()).get(path);
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            LOG.warn(
                    "library={} file={} cannot be read again: {}",
                    read.standing().place(),
                    path,
                    e.toString());
            return Optional.empty();
        }
    }

    /** Where the files come from, and whether that could be reached when it was last looked at. */
    public Standing standing() {
        return read.standing();
    }

    /** Asks the source and reads its files again. If there is no telling who owns what, the library stays, with the new problems. */
    public synchronized LibraryResult reload() {
        return read(source.refresh());
    }

    private LibraryResult read(Snapshot now) {
        var result = LibraryReader.read(now.folder(), lastGood);
        var problems = all(now, result);
        library = switch (result) {
            case LibraryResult.Loaded loaded -> withProblems(loaded.library(), problems);
            case LibraryResult.Refused _ -> withProblems(library, problems);
        };
        read = now;
        if (!problems.equals(logged)) {
            log(problems);
        }
        return result;
    }

    /** Begins to look at the source again and again, until closed. */
    public void watch() {
        watch.startLater();
    }

    /** Has the source looked at now, by the watch and not by the caller. */
    public void wake() {
        watch.wake();
    }

    @Override
    public void close() {
        watch.close();
        source.close();
    }

    /** Whatever is wrong, with the source or with where last good texts are kept, may be right again at the next look. */
    private synchronized void look() {
        try {
            var now = source.refresh();
            if (!now.version().equals(read.version())) {
                read(now);
            }
            read = now;
            now.standing().fault().ifPresentOrElse(this::warnOnce, () -> fault = "");
        } catch (RuntimeException e) {
            warnOnce(e.toString());
        }
    }

    private void warnOnce(String found) {
        if (!found.equals(fault)) {
            LOG.warn(
                    "library={} cannot be brought up to date; it stays as it is and is tried every {}: {}",
                    read.standing().place(),
                    source.every(),
                    found);
        }
        fault = found;
    }

    private static List<Problem> all(Snapshot snapshot, LibraryResult result) {
        var problems = new Problems();
        problems.addAll(snapshot.problems());
        problems.addAll(result.problems());
        return problems.sorted();
    }

    private static Library withProblems(Library library, List<Problem> problems) {
        return new Library(library.catalogue(), library.runbooks(), problems);
    }

    private void log(List<Problem> problems) {
        logged = problems;
        problems.forEach(problem -> LOG.warn("{}", problem));
        LOG.info(
                "library={} commit={} runbooks={} errors={} warnings={}",
                read.standing().place(),
                read.standing().commit().orElse("none"),
                library.runbooks().size(),
                problems.stream().filter(Problem::isError).count(),
                problems.stream().filter(problem -> !problem.isError()).count());
    }
}

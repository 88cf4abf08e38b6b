package dev.handrail.preview.web;

import dev.handrail.preview.Manuscript;
import dev.handrail.preview.SampleAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** The file that is being written, as it was last saved, and as it was when it last could be walked. */
final class Desk {
    private final Path file;
    private final SampleAlert sample;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Lying> lying = Optional.empty();

    /**
     * What lies there.
     *
     * @param mark what tells two savings apart
     * @param sound the manuscript when it last had a runbook; empty if it never had
     */
    record Lying(String mark, Manuscript now, Optional<Manuscript> sound) {}

    Desk(Path file, SampleAlert sample) {
        this.file = file;
        this.sample = sample;
    }

    SampleAlert sample() {
        return sample;
    }

    /** Reads the file again where it or its library has changed. */
    Lying look() throws IOException {
        lock.lock();
        try {
            var mark = mark();
            if (lying.isPresent() && lying.get().mark().equals(mark)) {
                return lying.get();
            }
            var now = Manuscript.read(file);
            var sound = now.runbook().isPresent() ? Optional.of(now) : lying.flatMap(Lying::sound);
            var looked = new Lying(mark, now, sound);
            lying = Optional.of(looked);
            return looked;
        } finally {
            lock.unlock();
        }
    }

    /** Returns what differs after a change of any file that counts: names, times and sizes. */
    String mark() throws IOException {
        var whole = Manuscript.fileOf(file).toAbsolutePath();
        var library = Manuscript.libraryOf(whole);
        var marks = new StringBuilder(mark(whole));
        if (library.isPresent()) {
            try (Stream<Path> files = Files.walk(library.get())) {
                files.filter(Desk::counts).sorted().forEach(found -> marks.append(mark(found)));
            }
        }
        return marks.toString();
    }

    private static boolean counts(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".md") || name.endsWith(".yml");
    }

    /** A file that an editor is just replacing is there again a moment later. */
    private static String mark(Path file) {
        try {
            return "%s %s %d%n".formatted(file, Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException _) {
            return file + " gone\n";
        }
    }
}

package dev.handrail.cli.author;

import dev.handrail.lint.FileReport;
import dev.handrail.lint.Report;
import dev.handrail.lint.fix.Fixes;
import dev.handrail.lint.print.Shown;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes mended files in place of those at fault: all of a file at once, or nothing of it. */
final class Rewriter {
    private final Report report;

    Rewriter(Report report) {
        this.report = report;
    }

    /** Mends those of the library's runbooks that are asked for; returns a line for each thing that was done. */
    List<String> mend(Predicate<String> asked) {
        return report.files().stream()
                .filter(file -> file.path().endsWith(".md") && asked.test(file.path()))
                .flatMap(this::mend)
                .toList();
    }

    private Stream<String> mend(FileReport file) {
        var text = report.texts().get(file.path());
        if (text == null) {
            return Stream.empty();
        }
        var fixes = new Fixes(some -> RunbookParser.parse(file.path(), some).problems());
        var mended = fixes.mend(text, file.problems());
        if (mended.fixes().isEmpty()) {
            return Stream.empty();
        }
        write(report.folder().resolve(file.path()), mended.text());
        var shown = Shown.path(Path.of(""), report.folder().resolve(file.path()));
        return mended.fixes().stream()
                .map(fix -> "%s:%d:%d: fixed: %s"
                        .formatted(shown, fix.at().line(), fix.at().column(), fix.words()));
    }

    private static void write(Path file, String text) {
        try {
            var real = file.toRealPath();
            var draft = Files.createTempFile(real.getParent(), ".handrail-", ".tmp");
            try {
                Files.writeString(draft, text);
                keepRights(real, draft);
                Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the mended " + file, e);
        }
    }

    private static void keepRights(Path from, Path to) throws IOException {
        var rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (rights != null) {
            Files.setPosixFilePermissions(to, rights.readAttributes().permissions());
        }
    }
}

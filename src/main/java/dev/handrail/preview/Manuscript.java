package dev.handrail.preview;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.folder.Survey;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.library.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A runbook's file as its author has it now, with the library that it stands in; a file that stands in none is read alone, with
 * those that it leads to.
 *
 * @param folder the library's, or the file's own
 * @param path of the file in the folder, with {@code /}
 * @param runbook empty while a problem of the file is an error
 * @param problems of this file, in its order
 * @param library all that the runbook leads to; what is missing is stood in for
 */
public record Manuscript(Path folder, String path, Optional<Runbook> runbook, List<Problem> problems, Library library) {
    public Manuscript {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file, and what it needs of those around it.
     *
     * @throws IOException if the file cannot be read
     */
    public static Manuscript read(Path file) throws IOException {
        var whole = fileOf(file).toRealPath();
        var library = libraryOf(whole);
        var folder =
                library.orElseGet(() -> Optional.ofNullable(whole.getParent()).orElse(whole));
        var path = folder.relativize(whole).toString().replace('\\', '/');
        var within = library.map(LibraryReader::survey).flatMap(survey -> within(survey, path));
        var manuscript = within.isPresent() ? within.get() : new LoneFile(folder).read(path);
        return manuscript.part(file.toString());
    }

    /** Returns the file that a runbook stands in: one of several is called {@code file.md#Name}. */
    public static Path fileOf(Path runbook) {
        var name = runbook.toString();
        var part = name.lastIndexOf('#');
        return part < 0 || Files.exists(runbook) ? runbook : Path.of(name.substring(0, part));
    }

    private Manuscript part(String wanted) {
        var name = path + wanted.substring(Math.max(wanted.lastIndexOf('#'), 0));
        return library.byPath(name)
                .map(part -> new Manuscript(folder, path, Optional.of(part), problems, library))
                .orElse(this);
    }

    /** Returns the nearest folder above a file, or its own, that has an owners.yml. */
    public static Optional<Path> libraryOf(Path file) {
        for (var folder = file.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(CatalogueReader.OWNERS))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Empty for a file that is no runbook of the library, such as its README. */
    private static Optional<Manuscript> within(Survey survey, String path) {
        return survey.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(file -> new Manuscript(
                        survey.folder(),
                        path,
                        file.runbook(),
                        survey.problems().stream()
                                .filter(problem -> problem.at().file().equals(path))
                                .toList(),
                        StandIns.library(survey.catalogue(), survey.runbooks())));
    }

    /** Says whether nothing is wrong that would keep the file out of a library. */
    public boolean isSound() {
        return problems.stream().noneMatch(Problem::isError);
    }
}

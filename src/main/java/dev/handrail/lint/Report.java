package dev.handrail.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What lint says of a library.
 *
 * @param files by path, those without problems too
 * @param texts of the files, for those who show the line at fault
 */
public record Report(Path folder, List<FileReport> files, Map<String, String> texts) {
    public Report {
        files = List.copyOf(files);
        texts = Map.copyOf(texts);
    }

    public Totals totals() {
        return Totals.of(files);
    }

    /** Returns the report on some of the files alone. */
    public Report only(Predicate<String> paths) {
        return new Report(
                folder, files.stream().filter(file -> paths.test(file.path())).toList(), texts);
    }
}

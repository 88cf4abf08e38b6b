package dev.handrail.lint.print;

import dev.handrail.lint.Report;
import dev.handrail.lint.Totals;
import java.nio.file.Path;
import java.util.List;

/**
 * The reports of one call, and the folder that people know their files from.
 *
 * @param base the caller's folder, or the repository's
 */
public record Shown(List<Report> reports, Path base) {
    public Shown {
        reports = List.copyOf(reports);
        base = base.toAbsolutePath().normalize();
    }

    public Totals totals() {
        return reports.stream().map(Report::totals).reduce(Totals.none(), Totals::plus);
    }

    /** Returns a file's path from the base, with {@code /}; the whole of it if the file is elsewhere. */
    String path(Report report, String path) {
        return path(base, report.folder().resolve(path));
    }

    /** Returns a file's path from a folder that people know it from; the whole of it if the file is elsewhere. */
    public static String path(Path base, Path file) {
        var from = base.toAbsolutePath().normalize();
        var whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(from) ? from.relativize(whole) : whole)
                .toString()
                .replace('\\', '/');
    }
}

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
        var file = report.folder().toAbsolutePath().normalize().resolve(path);
        var known = file.startsWith(base) ? base.relativize(file) : file;
        return known.toString().replace('\\', '/');
    }
}

package dev.handrail.lint;

import java.util.Collection;

/** The sums of a report. */
public record Totals(int files, int runbooks, int steps, long errors, long warnings) {
    static Totals of(Collection<FileReport> files) {
        return new Totals(
                (int) files.stream().filter(FileReport::isThere).count(),
                files.stream().mapToInt(FileReport::runbooks).sum(),
                files.stream().mapToInt(FileReport::steps).sum(),
                files.stream().mapToLong(FileReport::errors).sum(),
                files.stream().mapToLong(FileReport::warnings).sum());
    }

    /** Returns the sums of two reports together. */
    public Totals plus(Totals other) {
        return new Totals(
                files + other.files,
                runbooks + other.runbooks,
                steps + other.steps,
                errors + other.errors,
                warnings + other.warnings);
    }

    public static Totals none() {
        return new Totals(0, 0, 0, 0, 0);
    }
}

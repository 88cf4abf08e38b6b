package dev.handrail.lint;

import dev.handrail.platform.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to say of one file.
 *
 * @param path relative to the library's folder
 * @param id of the first runbook in it; empty for a file that is none, and for one that could not be read
 * @param runbooks how many are in it
 * @param steps of all its runbooks
 */
public record FileReport(String path, Optional<String> id, int runbooks, int steps, List<Problem> problems) {
    private static final Set<String> ABSENT = Set.of("missing-file", "runbook-withdrawn");

    public FileReport {
        problems = List.copyOf(problems);
    }

    /** Says whether there is such a file; that there is none may be the problem. */
    boolean isThere() {
        return problems.isEmpty() || !problems.stream().map(Problem::rule).allMatch(ABSENT::contains);
    }

    public long errors() {
        return problems.stream().filter(Problem::isError).count();
    }

    public long warnings() {
        return problems.size() - errors();
    }
}

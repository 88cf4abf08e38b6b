package dev.handrail.runbook.library;

import dev.handrail.ownership.Catalogue;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Runbook;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a library's folder says.
 *
 * @param runbooks by path; every owner and flow that they name is in the catalogue, and every runbook that they jump to is here
 * @param problems of all files, in order
 */
public record Library(Catalogue catalogue, List<Runbook> runbooks, List<Problem> problems) {
    public Library {
        runbooks = List.copyOf(runbooks);
        problems = List.copyOf(problems);
    }

    public Optional<Runbook> byId(String id) {
        return runbooks.stream().filter(runbook -> runbook.id().equals(id)).findFirst();
    }

    /** Returns the runbook at {@code path}, relative to the library's folder. */
    public Optional<Runbook> byPath(String path) {
        return runbooks.stream().filter(runbook -> runbook.path().equals(path)).findFirst();
    }

    /** Returns those that alerts may start. */
    public List<Runbook> active() {
        return runbooks.stream()
                .filter(runbook -> runbook.status() == Runbook.Status.ACTIVE)
                .toList();
    }
}

package dev.handrail.runbook.library;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Owner;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Runbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a library's folder says. Found by path and by id at once, however many runbooks there are. */
public final class Library {
    private final Catalogue catalogue;
    private final List<Runbook> runbooks;
    private final List<Runbook> active;
    private final List<Problem> problems;
    private final Map<String, Runbook> byPath = new HashMap<>();
    private final Map<String, Runbook> byId = new HashMap<>();

    /**
     * @param runbooks by path; every owner and flow that they name is in the catalogue, and every runbook that they jump to is here
     * @param problems of all files, in order
     */
    public Library(Catalogue catalogue, List<Runbook> runbooks, List<Problem> problems) {
        this.catalogue = catalogue;
        this.runbooks = List.copyOf(runbooks);
        this.active = runbooks.stream()
                .filter(runbook -> runbook.status() == Runbook.Status.ACTIVE)
                .toList();
        this.problems = List.copyOf(problems);
        runbooks.forEach(runbook -> {
            byPath.putIfAbsent(runbook.path(), runbook);
            byId.putIfAbsent(runbook.id(), runbook);
        });
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public List<Runbook> runbooks() {
        return runbooks;
    }

    public List<Problem> problems() {
        return problems;
    }

    public Optional<Runbook> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the runbook at {@code path}, relative to the library's folder. */
    public Optional<Runbook> byPath(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns who answers for a runbook: the one it names, else its flow's, else the default owner. */
    public Owner ownerOf(Runbook runbook) {
        var policy = runbook.policy();
        return catalogue.owner(policy.owner()
                .or(() -> policy.flow().flatMap(catalogue::flow).map(Flow::owner))
                .orElse(catalogue.defaultOwner()));
    }

    /** Returns those that alerts may start. */
    public List<Runbook> active() {
        return active;
    }
}

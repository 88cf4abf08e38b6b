package dev.handrail.web.runbook;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.source.Problem;
import dev.handrail.proposal.Proposals;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.current.Standing;
import dev.handrail.runbook.git.Change;
import dev.handrail.runbook.git.Histories;
import dev.handrail.runbook.git.History;
import dev.handrail.runbook.library.Library;
import dev.handrail.web.IncidentReads;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reading the library: what it says now, and who made it so. */
@Singleton
final class Bookshelf {
    private static final int CHANGES = 50;
    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 5;

    private final CurrentLibrary current;
    private final Histories histories;
    private final IncidentReads incidents;
    private final Proposals proposals;

    Bookshelf(CurrentLibrary current, Histories histories, IncidentReads incidents, Proposals proposals) {
        this.current = current;
        this.histories = histories;
        this.incidents = incidents;
        this.proposals = proposals;
    }

    Library library() {
        return current.library();
    }

    Standing standing() {
        return current.standing();
    }

    /** Returns the newest change of each file, by path; empty if the files are not from git. */
    Map<String, Change> newestChanges() {
        return histories.history().map(History::newest).orElse(Map.of());
    }

    /** Returns who changed a runbook, newest first; empty if the files are not from git. */
    Optional<List<Change>> changes(Runbook runbook) {
        return histories.history().map(history -> history.of(runbook.file(), CHANGES));
    }

    /** Returns what is wrong with a file as it is now. */
    List<Problem> problems(String path) {
        return library().problems().stream()
                .filter(problem -> problem.at().file().equals(path))
                .toList();
    }

    /** Returns the problems of files that no runbook comes from: broken ones that never were good, and those of the library itself. */
    List<Problem> otherProblems() {
        Set<String> known = library().runbooks().stream().map(Runbook::file).collect(Collectors.toSet());
        return library().problems().stream()
                .filter(problem -> !known.contains(problem.at().file()))
                .toList();
    }

    /** Returns the rules that people's picks propose for it. */
    List<Proposals.Open> proposals(Runbook runbook) {
        return proposals.open().stream()
                .filter(open -> open.runbook().id().equals(runbook.id()))
                .toList();
    }

    /** Returns the newest incidents that were walked with it, among the newest 200 of all. */
    List<IncidentView> incidents(Runbook runbook) {
        return incidents.page(Optional.<IncidentId>empty(), LOOKED_AT).stream()
                .filter(view -> view.plan()
                        .book()
                        .filter(book -> book.id().equals(runbook.id()))
                        .isPresent())
                .limit(SHOWN)
                .toList();
    }
}

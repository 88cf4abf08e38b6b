package dev.handrail.web.runbook;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.current.Standing;
import dev.handrail.web.timeline.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The list of runbooks.
 *
 * @param source where they come from
 * @param others what is wrong beside the runbooks listed
 */
public record RunbooksPage(List<RunbookRow> rows, Source source, List<Problem> others) {
    /**
     * @param commit abbreviated; empty for a folder
     * @param reached when it was last reached; empty if it was not since Handrail started
     * @param fault why it cannot be reached now; empty while it can
     */
    public record Source(String place, String commit, String reached, String fault) {
        static Source of(Standing standing) {
            return new Source(
                    standing.place(),
                    standing.commit().map(id -> id.substring(0, 8)).orElse(""),
                    standing.reachedAt().map(Times::minute).orElse(""),
                    standing.fault().orElse(""));
        }
    }

    public RunbooksPage {
        rows = List.copyOf(rows);
        others = List.copyOf(others);
    }

    static RunbooksPage of(Bookshelf shelf, LocalDate today) {
        var changes = shelf.newestChanges();
        var rows = shelf.library().runbooks().stream()
                .map(runbook -> RunbookRow.of(shelf, runbook, Optional.ofNullable(changes.get(runbook.file())), today))
                .toList();
        return new RunbooksPage(rows, Source.of(shelf.standing()), shelf.otherProblems());
    }
}

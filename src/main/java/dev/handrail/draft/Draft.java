package dev.handrail.draft;

import dev.handrail.platform.source.Problem;
import dev.handrail.proposal.UnifiedDiff;
import java.util.List;

/**
 * A runbook as it was drafted, and what lint says of it.
 *
 * @param path where it would stand in the library: a file that is not there
 * @param text the whole file
 * @param isDecisive whether the next such alert would be walked with it, once it is in the library
 */
public record Draft(String path, String text, List<Problem> problems, boolean isDecisive) {
    public Draft {
        problems = List.copyOf(problems);
    }

    /** Returns what {@code git apply} takes in the library's folder. */
    public String patch() {
        return UnifiedDiff.adding(path, text);
    }

    public long errors() {
        return problems.stream().filter(Problem::isError).count();
    }
}

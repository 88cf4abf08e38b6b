package dev.handrail.runbook;

import dev.handrail.platform.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one file.
 *
 * @param runbooks usually one; several where the file is for many alerts; none when a problem is an error
 * @param mentions what the text names, and where; also of a file with errors, as far as it could be made out
 * @param problems all of them, in the file's order
 */
public record Parsed(String path, List<Runbook> runbooks, Mentions mentions, List<Problem> problems) {
    public Parsed {
        runbooks = List.copyOf(runbooks);
        problems = List.copyOf(problems);
    }

    /** Returns the runbook; the first where the file holds several. */
    public Optional<Runbook> runbook() {
        return runbooks.stream().findFirst();
    }
}

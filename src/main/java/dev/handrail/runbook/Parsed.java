package dev.handrail.runbook;

import dev.handrail.platform.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one file.
 *
 * @param runbook empty when a problem is an error
 * @param problems all of them, in the file's order
 */
public record Parsed(String path, Optional<Runbook> runbook, List<Problem> problems) {
    public Parsed {
        problems = List.copyOf(problems);
    }
}

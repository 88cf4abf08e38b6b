package dev.handrail.web.page;

import dev.handrail.platform.source.Problem;
import dev.handrail.web.OperatorReads;
import java.util.List;
import java.util.Optional;

/** What went wrong on the way in and on the way out. */
public record OperatorsPage(
        List<OperatorReads.Quarantined> quarantined,
        List<Problem> problems,
        List<OperatorReads.Undelivered> undelivered,
        List<OperatorReads.SourceCount> sources,
        Optional<String> slackFault) {
    public OperatorsPage {
        quarantined = List.copyOf(quarantined);
        problems = List.copyOf(problems);
        undelivered = List.copyOf(undelivered);
        sources = List.copyOf(sources);
    }

    static OperatorsPage of(OperatorReads reads) {
        return new OperatorsPage(
                reads.quarantined(), reads.runbookProblems(), reads.undelivered(), reads.sources(), reads.slackFault());
    }
}

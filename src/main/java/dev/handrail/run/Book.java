package dev.handrail.run;

import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Sections;
import dev.handrail.runbook.Walk;

/**
 * A runbook as it was when the run began.
 *
 * @param walk its steps; those of a runbook that is jumped to are named {@code path#step}, so that names are unique in a plan
 * @param owner whom its failures are escalated to, by the name that people call them
 * @param policy that owner's, with the runbook's own times in place of the owner's
 */
public record Book(
        String id,
        String path,
        Revision revision,
        String title,
        Sections sections,
        Walk walk,
        String owner,
        EscalationPolicy policy) {}
